import { createStore } from '../app/store.js';
import { save } from '../app/updates/changes.js';
import { equal, test } from './harness.js';
import { stateWith, update } from './samples.js';

function page(images) {
  const store = createStore(stateWith(images.map(image => update(image))));
  const told = { problems: [], undos: [], refreshes: 0 };
  const notify = {
    problem: text => told.problems.push(text),
    success: (text, undo) => undo && told.undos.push(undo),
    forget: undo => { told.undos = told.undos.filter(each => each !== undo); },
  };
  return { context: { store, notify, feed: { refresh: () => told.refreshes++, happened: () => told.refreshes++ } }, store, told };
}

const change = (images, send) => ({ images, apply: () => undefined, send, text: 'done' });

test('a change is there before the server has answered', async () => {
  const { context, store } = page(['a']);
  const saving = save(context, change(['a'], async () => {}));
  equal(store.state.edits.map(({ images, saved }) => [[...images], saved]), [[['a'], false]]);
  await saving;
});

test('a saved change stays until a later list', async () => {
  const { context, store, told } = page(['a']);
  await save(context, change(['a'], async () => {}));
  equal([store.state.edits.map(({ saved }) => saved), told.refreshes], [[true], 1]);
});

test('what is refused is put back with the reason, and cannot be undone', async () => {
  const { context, store, told } = page(['a', 'b']);
  await save(context, change(['a'], async () => { throw new Error('read-only'); }));
  equal([store.state.edits, told.problems, told.undos], [[], ['a put back: read-only'], []]);
});

test('what is done meanwhile waits its turn, also after what was refused', async () => {
  const { context, told } = page(['a', 'b']);
  const calls = [];
  let refuse;
  const first = save(context, change(['a'], () => new Promise((_, reject) => {
    calls.push('a');
    refuse = reject;
  })));
  const second = save(context, change(['b'], async () => {
    calls.push('b');
    return async () => calls.push('b undone');
  }));
  const undoing = told.undos.at(-1)();
  const third = save(context, change(['b'], async () => calls.push('b again')));
  await new Promise(resolve => setTimeout(resolve));
  const before = [...calls];
  refuse(new Error('read-only'));
  await Promise.all([first, second, undoing, third]);
  equal([before, calls], [['a'], ['a', 'b', 'b undone', 'b again']]);
});

test('undoing waits until the change is made, and is the inverse change', async () => {
  const { context, store, told } = page(['a']);
  const calls = [];
  let made;
  const saving = save(context, change(['a'], () => new Promise(resolve => { made = resolve; })));
  const undoing = told.undos[0]();
  await Promise.resolve();
  equal([store.state.edits, calls], [[], []]);
  made(async () => calls.push('undone'));
  await Promise.all([saving, undoing]);
  equal(calls, ['undone']);
});
