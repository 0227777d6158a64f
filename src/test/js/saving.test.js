import { createStore } from '../app/store.js';
import { save } from '../app/updates/saving.js';
import { equal, test } from './harness.js';
import { stateWith, update } from './samples.js';

const DONE = { acknowledged: true };

function page(images) {
  const store = createStore(stateWith(images.map(image => update(image))));
  const problems = [];
  let refreshes = 0;
  const context = { store, notify: { problem: text => problems.push(text) }, feed: { refresh: () => refreshes++ } };
  return { context, store, problems, refreshes: () => refreshes };
}

const change = (image, send) => ({ images: [image], patch: DONE, send });

test('a change is there before the server has answered', () => {
  const { context, store } = page(['a']);
  save(context, [change('a', () => new Promise(() => {}))]);
  equal(store.state.edits.map(({ images, saved }) => [[...images], saved]), [[['a'], false]]);
});

test('a saved change stays until a later list', async () => {
  const { context, store, refreshes } = page(['a']);
  await save(context, [change('a', async () => {})]);
  equal([store.state.edits.map(({ saved }) => saved), refreshes()], [[true], 1]);
});

test('what is refused is put back with the reason, the rest stays', async () => {
  const { context, store, problems } = page(['a', 'b']);
  await save(context, [change('a', async () => { throw new Error('read-only'); }), change('b', async () => {})]);
  equal([store.state.edits.map(({ images }) => [...images]), problems], [[['b']], ['a put back: read-only']]);
});

test('at most four changes are under way', async () => {
  const { context } = page(['a']);
  let underway = 0;
  let most = 0;
  const send = async () => {
    most = Math.max(most, ++underway);
    await Promise.resolve();
    underway--;
  };
  await save(context, Array.from({ length: 10 }, () => change('a', send)));
  equal(most, 4);
});
