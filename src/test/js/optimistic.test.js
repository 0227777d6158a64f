import { afterPaint } from '../app/core/after-paint.js';
import { ApiError, send } from '../app/core/api.js';
import { createStore } from '../app/core/store.js';
import { viewOf } from '../app/inbox/derived.js';
import { applyOptimistically } from '../app/inbox/optimistic.js';
import { equal, test } from './harness.js';
import { stateWith, update } from './samples.js';

function page(images) {
  const store = createStore(stateWith(images.map(image => update(image))));
  const seen = { errors: [], undos: [], refreshes: 0 };
  const toasts = {
    error: text => seen.errors.push(text),
    dismiss: text => { seen.errors = seen.errors.filter(each => each !== text); },
    begin: undo => seen.undos.push(undo),
    success: text => { seen.text = text; },
    dropUndo: undo => { seen.undos = seen.undos.filter(each => each !== undo); },
  };
  const outbox = { add: (request, _, onDelay) => () => request(onDelay), send: async entry => ({ answer: await entry() }), cancel: () => false };
  return { context: { store, toasts, outbox, sync: { refresh: () => seen.refreshes++, scheduleSoon: () => seen.refreshes++ } }, store, seen };
}

const part = (image, send) => ({ images: [image], name: image, places: [image], apply: () => undefined, request: send, inverse: undo => [undo] });
const change = (images, send) => ({ parts: images.map(image => part(image, send)), text: parts => `${parts.map(({ name }) => name)} done` });

/** Requests follow the frame that shows the change. */
const sent = () => afterPaint().then(() => new Promise(resolve => setTimeout(resolve)));

test('a change is shown before the server has answered', async () => {
  const { context, store } = page(['a']);
  const saving = applyOptimistically(context, change(['a'], async () => {}));
  equal(store.state.edits.map(({ images, saved }) => [[...images], saved]), [[['a'], false]]);
  await saving;
});

test('a change is said to be done once the server has answered', async () => {
  const { context, seen } = page(['a']);
  let answer;
  const saving = applyOptimistically(context, change(['a'], () => new Promise(resolve => { answer = resolve; })));
  await sent();
  const before = seen.text ?? 'nothing';
  answer();
  await saving;
  equal([before, seen.text], ['nothing', 'a done']);
});

test('a change that waits for another one is not said to be done', async () => {
  const { context, store, seen } = page(['a', 'b']);
  let answer;
  const saving = applyOptimistically(context, change(['b'], onDelay => {
    onDelay({});
    return new Promise(resolve => { answer = resolve; });
  }));
  await sent();
  const { groups: [{ rows }] } = viewOf(store.state);
  equal([rows.map(({ id, gone }) => [id, gone ?? '']), seen.text, seen.errors], [[['a', ''], ['b', 'unsent']], 'Waiting for the server', []]);
  answer();
  await saving;
  equal(seen.text, 'b done');
});

test('a saved change is kept until a later list', async () => {
  const { context, store, seen } = page(['a']);
  await applyOptimistically(context, change(['a'], async () => {}));
  equal([store.state.edits.map(({ saved }) => saved), seen.refreshes], [[true], 1]);
});

test('a rejected change is reverted with the reason, and cannot be undone', async () => {
  const { context, store, seen } = page(['a', 'b']);
  await applyOptimistically(context, change(['a'], async () => { throw new Error('read-only'); }));
  equal([store.state.edits, seen.errors, seen.undos], [[], ['Couldn’t change a: read-only'], []]);
  equal([...store.state.reverted], ['a']);
});

test('a row that came back is marked until it is changed again', async () => {
  const { context, store } = page(['a', 'b']);
  await applyOptimistically(context, change(['a'], async () => { throw new Error('read-only'); }));
  await applyOptimistically(context, change(['b'], async () => {}));
  equal([...store.state.reverted], ['a']);
  await applyOptimistically(context, change(['a'], async () => {}));
  equal([...store.state.reverted], []);
});

test('undo is for the part of an action that succeeded', async () => {
  const { context, store, seen } = page(['a', 'b', 'c']);
  const undone = [];
  const parts = ['a', 'b', 'c'].map(image => part(image, async () => {
    if (image === 'b') throw new Error('read-only');
    return async () => undone.push(image);
  }));
  await applyOptimistically(context, { ...change([]), parts });
  equal([store.state.edits.map(({ images }) => [...images]), [...store.state.reverted]], [[['a'], ['c']], ['b']]);
  equal([seen.text, seen.errors, seen.undos.length], ['a,c done', ['Couldn’t change b: read-only'], 1]);
  await seen.undos[0]();
  equal([undone, store.state.edits, seen.text], [['a', 'c'], [], 'Action undone']);
});

test('undoing a rejected change does nothing', async () => {
  const { context, seen } = page(['a']);
  let refuse;
  const saving = applyOptimistically(context, change(['a'], () => new Promise((_, reject) => { refuse = reject; })));
  const undoing = seen.undos[0]();
  await sent();
  refuse(new Error('read-only'));
  await Promise.all([saving, undoing]);
  equal(seen.errors, ['Couldn’t change a: read-only']);
});

test('a change without an answer is neither saved nor rejected, and can be undone', async () => {
  const { context, store, seen } = page(['a', 'b']);
  const calls = [];
  let answer;
  const saving = applyOptimistically(context, change(['a'], onSilence => {
    onSilence({ isUnanswered: true });
    onSilence({ isUnanswered: true });
    return new Promise(resolve => { answer = () => resolve(async () => calls.push('undone')); });
  }));
  await sent();
  const { groups: [{ rows, count }], total } = viewOf(store.state);
  equal([rows.map(({ id, gone }) => [id, gone ?? '']), count, total], [[['a', 'unconfirmed'], ['b', '']], 1, 1]);
  equal([seen.errors, seen.text], [['a not confirmed yet: the server has not answered. Retrying…'], 'Waiting for the server']);
  const undoing = seen.undos[0]();
  answer();
  await Promise.all([saving, undoing]);
  equal([calls, seen.errors], [['undone'], []]);
});

test('a request that is repeated without an answer has the same key', async () => {
  const { fetch } = globalThis;
  const answers = [502, 200, 200].map(status => ({ ok: status === 200, status, headers: new Headers(), json: async () => ({}) }));
  const keys = [];
  globalThis.fetch = async (_, { headers }) => {
    keys.push(headers['Idempotency-Key']);
    return answers.shift();
  };
  try {
    for (let i = 0; i < 3; i++) await send('POST', 'tags', { name: 'a' }).catch(() => undefined);
  } finally {
    globalThis.fetch = fetch;
  }
  equal([keys[0] === keys[1], keys[1] === keys[2], /^\d+(-\d+){3}$/.test(keys[0])], [true, false, true]);
});

test('changes are sent in order, also after a rejected one', async () => {
  const { context, seen } = page(['a', 'b']);
  const calls = [];
  let refuse;
  const first = applyOptimistically(context, change(['a'], () => new Promise((_, reject) => {
    calls.push('a');
    refuse = reject;
  })));
  const second = applyOptimistically(context, change(['b'], async () => {
    calls.push('b');
    return async () => calls.push('b undone');
  }));
  const undoing = seen.undos.at(-1)();
  const third = applyOptimistically(context, change(['b'], async () => calls.push('b again')));
  await sent();
  const before = [...calls];
  refuse(new Error('read-only'));
  await Promise.all([first, second, undoing, third]);
  equal([before, calls], [['a'], ['a', 'b', 'b undone', 'b again']]);
});

test('undo waits until the change is saved, and sends the inverse change', async () => {
  const { context, store, seen } = page(['a']);
  const calls = [];
  let made;
  const saving = applyOptimistically(context, change(['a'], () => new Promise(resolve => { made = resolve; })));
  const undoing = seen.undos[0]();
  await sent();
  equal([store.state.edits, calls], [[], []]);
  made(async () => calls.push('undone'));
  await Promise.all([saving, undoing]);
  equal(calls, ['undone']);
});
