import { createStore } from '../app/store.js';
import { equal, test } from './harness.js';

function heard(work) {
  const store = createStore({ a: 1, b: 1 });
  const told = [];
  store.subscribe((state, before) => told.push([before, state]));
  work(store);
  return told;
}

test('each change is told with what was before', () => equal(
  heard(store => {
    store.change({ a: 2 });
    store.change(({ a }) => ({ b: a }));
  }),
  [[{ a: 1, b: 1 }, { a: 2, b: 1 }], [{ a: 2, b: 1 }, { a: 2, b: 2 }]]));

test('changes made together are told as one', () => equal(
  heard(store => store.together(() => {
    store.change({ a: 2 });
    store.change({ b: store.state.a });
  })),
  [[{ a: 1, b: 1 }, { a: 2, b: 2 }]]));

test('nothing changed together is not told', () => equal(heard(store => store.together(() => {})), []));
