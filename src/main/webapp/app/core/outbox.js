import { randomKey, send } from './api.js';
import { readStored, writeStored } from './storage.js';

const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 30_000;

const UNAUTHENTICATED = 401;

/** Each user has a key, so that nobody sends the changes of another user. */
const storageKey = name => `diun-dashboard-unsent ${name ?? ''}`;

/** The number of changes that wait for the server, or 0 if none has failed yet. */
export const lateCount = unsent => unsent.some(({ isLate }) => isLate) ? unsent.length : 0;

/**
 * The changes that the server has not confirmed, in their order: `unsent` in the state. Once an attempt has failed, the tab keeps them with
 * their idempotency keys while the user signs in or reloads the page. None is lost, and the server performs each once.
 *
 * @param {function} onSignedOut called when the server answers that nobody is signed in
 * @param {function(object[])} onKept called with the requests that the tab has kept for the user, once the user is known
 */
export function createOutbox(store, { onSignedOut, onKept }) {
  const waiting = [];
  let owner;
  let isKept = false;

  function keep(unsent) {
    store.change({ unsent });
    if (lateCount(unsent) > 0 || isKept) writeStored(storageKey(owner), unsent, 'sessionStorage');
    isKept = lateCount(unsent) > 0 || isKept && unsent.length > 0;
  }

  const wake = () => waiting.splice(0).forEach(resolve => resolve());
  const has = entry => store.state.unsent.includes(entry);
  const drop = entries => keep(store.state.unsent.filter(each => !entries.includes(each)));

  function signedIn() {
    store.change({ isSignedOut: true });
    onSignedOut();
    return new Promise(resolve => { waiting.push(resolve); });
  }

  /**
   * Sends a request until the server answers. Without an answer it is unknown whether the server has performed it. Resolves to
   * undefined if it was cancelled.
   */
  async function deliver(entry, onDelay, delay) {
    if (!has(entry)) return undefined;
    const { isInDoubt } = entry;
    entry.isInDoubt = true;
    try {
      return { answer: await send(entry.method, entry.path, entry.body, entry.key) };
    } catch (error) {
      const isSignedOut = error.status === UNAUTHENTICATED;
      if (!isSignedOut && !error.isUnanswered) throw error;
      if (isSignedOut) entry.isInDoubt = isInDoubt;
      entry.isLate = true;
      keep([...store.state.unsent]);
      onDelay(error);
      await (isSignedOut ? signedIn() : new Promise(resolve => setTimeout(resolve, delay)));
    }
    return deliver(entry, onDelay, Math.min(2 * delay, MAX_DELAY_MS));
  }

  store.subscribe((state, before) => {
    if (state.session && state.session !== before.session && owner !== state.session.name) {
      owner = state.session.name;
      const kept = readStored(storageKey(owner), [], 'sessionStorage');
      isKept = kept.length > 0;
      store.change({ unsent: kept });
      if (isKept) onKept(kept);
    }
    if (before.isSignedOut && !state.isSignedOut) wake();
  });

  return {
    /** Adds a request; `name` says in messages what it changes. */
    add(request, name) {
      const entry = { ...request, name, key: randomKey() };
      keep([...store.state.unsent, entry]);
      return entry;
    },

    /**
     * Sends a request until the server answers, and resolves to `{ answer }`. Rejects if the server rejects it.
     *
     * @param {function(Error)} onDelay called after each attempt that has to be repeated
     * @param {number} [delay] time until the second attempt without an answer; it doubles with each further one
     */
    send: (entry, onDelay, delay = FIRST_DELAY_MS) => deliver(entry, onDelay, delay).finally(() => drop([entry])),

    /** Takes back requests that the server has certainly not performed. Returns false, and takes back none, if it may have performed one. */
    cancel(entries) {
      if (!entries.every(entry => has(entry) && !entry.isInDoubt)) return false;
      drop(entries);
      wake();
      return true;
    },
  };
}
