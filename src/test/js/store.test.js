import { createStore } from '../app/core/store.js';
import { equal, test } from './harness.js';

function notificationsOf(work) {
  const store = createStore({ a: 1, b: 1 });
  const notifications = [];
  store.subscribe((state, before) => notifications.push([before, state]));
  work(store);
  return notifications;
}

test('each change notifies with the state before it', () => equal(
  notificationsOf(store => {
    store.change({ a: 2 });
    store.change(({ a }) => ({ b: a }));
  }),
  [[{ a: 1, b: 1 }, { a: 2, b: 1 }], [{ a: 2, b: 1 }, { a: 2, b: 2 }]]));

test('a batch of changes sends one notification', () => equal(
  notificationsOf(store => store.batch(() => {
    store.change({ a: 2 });
    store.change({ b: store.state.a });
  })),
  [[{ a: 1, b: 1 }, { a: 2, b: 2 }]]));

test('a batch without changes sends no notification', () => equal(notificationsOf(store => store.batch(() => {})), []));
