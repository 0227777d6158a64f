import { onError, onResponse } from './connection.js';
import { get, hosts, images, rejections, tags, testNotifications, withLastAnswers } from '../core/api.js';
import { isSignedIn, setSignedIn } from '../core/signed-in.js';
import { MINUTE } from '../format/time.js';
import { accept, settle } from '../inbox/deferred.js';
import { loadSummary } from '../inbox/summary.js';
import { loadSetup } from '../welcome/welcome.js';

const POLL_MS = 4_000;
const FIRST_RUN_POLL_MS = 2_000;
const SOON_MS = 250;

/**
 * Keeps the store up to date, with one load at a time: after an event of the server, otherwise every few seconds.
 *
 * @param {Object<string, {load: function(object): Promise<object>}>} views the views by name; `load` takes the state
 */
export function createSync(store, views) {
  let timer;
  let isLoading = false;
  let isStale = false;
  let isForced = false;
  let isLive = false;

  /** Loads now. During a load it loads once more afterwards, as the running one may miss the change. */
  async function refresh(options = {}) {
    isStale = true;
    isForced ||= options.isForced ?? false;
    if (isLoading) return;
    isLoading = true;
    clearTimeout(timer);
    try {
      while (isStale) {
        isStale = false;
        const force = isForced;
        isForced = false;
        isStale = await load(store, views, force) || isStale;
      }
    } finally {
      isLoading = false;
      schedule(store.state.testNotifications ? FIRST_RUN_POLL_MS : isLive && store.state.failures === 0 ? MINUTE : POLL_MS);
    }
  }

  /** Loads after a short delay, so that several events lead to one load. */
  const scheduleSoon = () => isLoading ? isStale = true : schedule(SOON_MS);

  function schedule(delay) {
    clearTimeout(timer);
    timer = document.hidden ? setTimeout(loadCounts, MINUTE) : setTimeout(refresh, delay);
  }

  /** Keeps the number in the title and the icon up to date, which is all that a hidden page shows. */
  async function loadCounts() {
    await countAll().then(({ counts, pending }) => store.change({ counts, pending })).catch(() => undefined);
    schedule();
  }

  document.addEventListener('visibilitychange', () => {
    store.change({ isHidden: document.hidden });
    if (document.hidden) schedule();
    else refresh();
  });
  for (const event of ['online', 'offline']) addEventListener(event, () => refresh());
  for (const event of ['pointerover', 'focusout', 'keyup']) document.addEventListener(event, () => setTimeout(() => settle(store)));
  return {
    /** `isForced` shows the new list even while rows must not move. */
    refresh,

    scheduleSoon,

    /** Remembers the event until the list that it changes is loaded. */
    onEvent(event) {
      for (const image of event.images ?? []) store.state.lastEvents.set(image, event);
      scheduleSoon();
    },

    /** Tells the sync whether events arrive; without them it polls. */
    setLive: value => {
      isLive = value;
      store.change({ isStreaming: value });
      if (!value) refresh();
    },
  };
}

/** Resolves to true if the response is stale and must be loaded again. */
async function load(store, views, isForced) {
  const { state } = store;
  loadSummary(store);
  const saved = state.edits.filter(edit => edit.saved);
  try {
    const response = await fetchView(state, views);
    if (isOutdated(response.list, store.state.list)) return true;
    store.change(now => received(now, response, saved, isForced));
    setSignedIn(true);
  } catch (error) {
    store.change(now => onError(now, error));
    if (!state.session && error.isUnanswered && isSignedIn()) await restore(store, views);
  }
}

/** Shows the last answers of the server, read-only, if the page starts without it. */
async function restore(store, views) {
  try {
    const { result, at } = await withLastAnswers(() => fetchView({ ...store.state, session: {} }, views, []));
    store.change(now => {
      const { connection, failures } = now;
      return { ...received(now, { ...result, session: undefined }, [], true), connection, failures, lastResponseAt: at };
    });
  } catch {
    // the browser has no copies
  }
}

/** True if the user has loaded more pages meanwhile: they must not disappear. */
const isOutdated = (list, current) => list?.key === current?.key && list?.pages.length < current?.pages.length;

/** Requests everything that the page shows: the open view, the hosts, the tags, open details and the number of pending updates. */
async function fetchView(state, views, knownRejections) {
  const { view, query } = state;
  const isInbox = view === 'pending';
  let searchError;
  const [session, data, hostList, tagList, rejected, details, counted] = await Promise.all([
    state.session ?? get('session'),
    views[view].load(state).catch(error => { searchError = refusalOf(error); }),
    hosts.all(),
    tags.all(),
    knownRejections ?? rejections.all(), // the browser has no copy of an answer without an ETag
    state.open && images.one(state.open.image).catch(error => ({ error })),
    countAll(),
  ]);
  const list = isInbox ? data : state.list;
  const { counts } = counted;
  const pending = isInbox && !state.query ? list?.total : counted.pending;
  const isFirstRun = counted.total === 0;
  const setup = isFirstRun ? await loadSetup(session) : undefined;
  return { view, query, session, setup, list, data, searchError, hosts: hostList, tags: tagList, rejections: rejected, details, pending, counts, testNotifications: isFirstRun ? await testNotifications.all() : undefined };
}

/** The number of all images, and of those in each state. */
async function countAll() {
  const { total, counts } = await images.list({ state: 'all', counts: 'state', limit: 1 });
  const byState = Object.fromEntries((counts?.state ?? []).map(({ key, count }) => [key, count]));
  return { total, counts: byState, pending: byState.pending ?? 0 };
}

/** Why the server rejected the search. The last contents of the view stay, and everything else is up to date. */
function refusalOf(error) {
  if (error.status !== 400) throw error;
  return error;
}

function received(state, { view, query, session, setup, list, data, searchError, hosts: hostList, tags: tagList, rejections: rejected, details, pending, counts, testNotifications: tests }, saved, isForced) {
  return {
    ...onResponse(), session, setup, hosts: hostList, tags: tagList, rejections: rejected, pending, counts, testNotifications: tests,
    ...(view === state.view && view !== 'pending' && data && { data: { ...state.data, [view]: data } }),
    ...(query === state.query && { searchError: searchError?.message, refused: searchError?.params }),
    ...(state.open && { details }),
    ...accept(state, list, saved, isForced),
  };
}
