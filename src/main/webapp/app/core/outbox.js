import { randomKey, send } from './api.js';
import { readStored, writeStored } from './storage.js';

const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 30_000;

export const UNAUTHENTICATED = 401;

/** The delay of a request that was not sent, because another one waits. */
const WAITING = {};

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

  /** Resolves once the user has signed in. All other requests wait as well. */
  function signedIn(error) {
    store.change({ isSignedOut: true });
    for (const { onDelay } of store.state.unsent) onDelay?.(error);
    onSignedOut();
    return new Promise(resolve => { waiting.push(resolve); });
  }

  /** The request has no answer, and those after it wait. */
  function tellOfDelay(entry, error) {
    entry.onDelay?.(error);
    for (const each of store.state.unsent) if (!each.isInDoubt) each.onDelay?.(WAITING);
  }

  /**
   * Sends a request until the server answers. Without an answer it is unknown whether the server has performed it. Resolves to
   * undefined if it was cancelled.
   */
  async function deliver(entry, delay) {
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
      if (!isSignedOut) tellOfDelay(entry, error);
      await Promise.all([isSignedOut && signedIn(error), new Promise(resolve => setTimeout(resolve, delay))]);
    }
    return deliver(entry, Math.min(2 * delay, MAX_DELAY_MS));
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
    /**
     * Adds a request.
     *
     * @param {string} name what it changes, in messages
     * @param {function(object)} onDelay called each time the request has to wait: with the error of the server, one without an answer, or
     *   an empty one if it waits for another request
     */
    add(request, name, onDelay) {
      const entry = { ...request, name, onDelay, key: randomKey() };
      keep([...store.state.unsent, entry]);
      if (store.state.isSignedOut) queueMicrotask(() => onDelay({ status: UNAUTHENTICATED }));
      else if (lateCount(store.state.unsent) > 0) queueMicrotask(() => onDelay(WAITING));
      return entry;
    },

    /**
     * Sends a request until the server answers, and resolves to `{ answer }`. Rejects if the server rejects it.
     *
     * @param {number} [delay] time until the second attempt at the earliest; it doubles with each further one
     */
    send: (entry, delay = FIRST_DELAY_MS) => deliver(entry, delay).finally(() => drop([entry])),

    /** Takes back requests that the server has certainly not performed. Returns false, and takes back none, if it may have performed one. */
    cancel(entries) {
      if (!entries.every(entry => has(entry) && !entry.isInDoubt)) return false;
      drop(entries);
      wake();
      return true;
    },
  };
}
