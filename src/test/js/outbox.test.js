import { createOutbox, lateCount } from '../app/core/outbox.js';
import { createStore } from '../app/core/store.js';
import { equal, test } from './harness.js';

const ADA = { name: 'ada' };
const BOB = { name: 'bob' };
const REQUEST = { method: 'POST', path: 'acknowledgements', body: { images: ['a'] } };
const ANSWERS = {
  ok: { status: 200 }, lost: undefined, busy: { status: 409, code: 'idempotency-key-in-use' }, gateway: { status: 502 }, signedOut: { status: 401 }, rejected: { status: 409 },
};

/** The outbox of a user in a page to which the server gives these answers in turn, with what it received. */
function start(answers, session = ADA) {
  const seen = { keys: [], delays: [], signedOut: 0, kept: [] };
  const store = createStore({ unsent: [], isSignedOut: false });
  const outbox = createOutbox(store, { onSignedOut: () => seen.signedOut++, onKept: entries => seen.kept.push(...entries.map(({ name }) => name)) });
  globalThis.fetch = async (_, { headers }) => {
    const answer = ANSWERS[answers.shift()];
    seen.keys.push(headers['Idempotency-Key']);
    if (!answer) throw new Error('No answer');
    return { ok: answer.status === 200, status: answer.status, headers: new Headers({ 'Content-Type': 'application/problem+json' }), json: async () => answer };
  };
  store.change({ session });
  const add = name => outbox.add(REQUEST, name, ({ status }) => seen.delays.push(status));
  return { store, outbox, seen, add, deliver: entry => outbox.send(entry, 1) };
}

/** Runs a test with its own answers and an empty storage. */
const testOutbox = (name, body) => test(name, async () => {
  const { fetch } = globalThis;
  sessionStorage.clear();
  try {
    await body();
  } finally {
    globalThis.fetch = fetch;
    sessionStorage.clear();
  }
});

const settled = () => new Promise(resolve => setTimeout(resolve, 20));

testOutbox('a request is repeated with the same key until the server answers', async () => {
  const { store, seen, add, deliver } = start(['lost', 'gateway', 'busy', 'ok']);
  const { answer } = await deliver(add('a'));
  equal([answer.status, seen.delays, new Set(seen.keys).size, store.state.unsent], [200, [0, 502, 409], 1, []]);
});

testOutbox('a rejected request is not repeated', async () => {
  const { store, seen, add, deliver } = start(['rejected']);
  const reason = await deliver(add('a')).catch(({ status }) => status);
  equal([reason, seen.delays, store.state.unsent], [409, [], []]);
});

testOutbox('changes count as late once one of them has failed', async () => {
  const { store, seen, add, deliver } = start(['signedOut']);
  const first = add('a');
  add('b');
  equal(lateCount(store.state.unsent), 0);
  deliver(first);
  await settled();
  equal([lateCount(store.state.unsent), seen.delays], [2, [401, 401]]);
  add('c');
  await settled();
  equal(seen.delays.length, 3);
});

testOutbox('requests after one without an answer wait', async () => {
  const { store, outbox, seen } = start(['lost', 'ok']);
  const delays = [];
  const add = name => outbox.add(REQUEST, name, ({ isUnanswered = false }) => delays.push([name, isUnanswered]));
  const first = add('a');
  add('b');
  await outbox.send(first, 1);
  equal([delays, seen.keys.length, store.state.unsent.map(({ name }) => name)], [[['a', true], ['b', false]], 2, ['b']]);
});

testOutbox('a request that is added after one without an answer waits', async () => {
  const { outbox, add } = start(['lost', 'ok']);
  const delays = [];
  const sent = outbox.send(add('a'), 50);
  await settled();
  outbox.add(REQUEST, 'b', error => delays.push(error));
  await sent;
  equal(delays, [{}]);
});

testOutbox('after the session has ended, a request waits for the same user', async () => {
  const { store, seen, add, deliver } = start(['signedOut', 'ok']);
  const sent = deliver(add('a'));
  await settled();
  equal([seen.signedOut, store.state.isSignedOut, seen.keys.length], [1, true, 1]);
  store.change({ isSignedOut: false });
  const { answer } = await sent;
  equal([answer.status, new Set(seen.keys).size, store.state.unsent], [200, 1, []]);
});

testOutbox('the next page of the same user sends what the tab has kept, that of another user does not', async () => {
  const { add, deliver } = start(['signedOut']);
  add('b');
  deliver(add('a'));
  await settled();
  equal([start([], BOB).seen.kept, start([]).seen.kept], [[], ['b', 'a']]);
  const { store, outbox: next, seen } = start(['ok', 'ok']);
  const [first, second] = store.state.unsent;
  await next.send(first);
  await next.send(second);
  equal([seen.keys, start([]).seen.kept], [[first.key, second.key], []]);
});

testOutbox('a request of another user is not sent, and stays in the tab', async () => {
  const { store, seen, add, deliver } = start(['signedOut']);
  const sent = deliver(add('a'));
  await settled();
  store.change({ session: BOB, isSignedOut: false });
  equal([await sent ?? 'not sent', seen.keys.length, store.state.unsent], ['not sent', 1, []]);
  store.change({ session: ADA });
  equal(seen.kept, ['a']);
});

testOutbox('only requests that the server has certainly not performed can be cancelled', async () => {
  const { store, outbox, add, deliver } = start(['signedOut', 'lost', 'signedOut']);
  const first = add('a');
  const sent = deliver(first);
  await settled();
  equal([outbox.cancel([first]), await sent ?? 'not sent', store.state.unsent], [true, 'not sent', []]);
  const second = add('b');
  deliver(second);
  await settled();
  equal([outbox.cancel([second]), store.state.unsent.length], [false, 1]);
});
