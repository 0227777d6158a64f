import { onError, onResponse } from './connection.js';
import { images, inbox, withLastAnswers } from '../core/api.js';
import { isSignedIn, setSignedIn } from '../core/signed-in.js';
import { MINUTE } from '../format/time.js';
import { accept, settle } from '../inbox/deferred.js';
import { startOf } from '../inbox/list.js';
import { loadSummary } from '../inbox/summary.js';

const POLL_MS = 4_000;
const FIRST_RUN_POLL_MS = 2_000;
const SOON_MS = 250;

/** An event names at most 20 images. From there on it is not known which others have changed. */
const MAX_NAMED = 19;

/**
 * Keeps the store up to date, with one load at a time: after an event of the server, otherwise every few seconds.
 *
 * @param {Object<string, {load: function(object): Promise<object>}>} views the views by name; `load` takes the state. Until the first
 *   update `welcome` adds to the state
 */
export function createSync(store, views) {
  let timer;
  let isLoading = false;
  let isStale = false;
  let isForced = false;
  let isLive = false;

  let changed = new Set(); // the images that have changed since the last load, if nothing else has

  /** Loads now. During a load it loads once more afterwards, as the running one may miss the change. */
  function refresh(options = {}) {
    changed = undefined;
    isForced ||= options.isForced ?? false;
    return run();
  }

  async function run() {
    isStale = true;
    if (isLoading) return;
    isLoading = true;
    clearTimeout(timer);
    try {
      while (isStale) {
        isStale = false;
        const force = isForced;
        const names = changed?.size > 0 && changed.size <= MAX_NAMED ? [...changed] : undefined;
        isForced = false;
        changed = new Set();
        if (await load(store, views, force, names)) {
          isStale = true;
          changed = undefined;
        }
      }
    } finally {
      isLoading = false;
      schedule(store.state.testNotifications ? FIRST_RUN_POLL_MS : isLive && store.state.failures === 0 ? MINUTE : POLL_MS);
    }
  }

  /** Loads after a short delay, so that several events lead to one load. Without the images that changed, it loads everything. */
  function scheduleSoon(names) {
    if (!names?.length) changed = undefined;
    for (const name of names ?? []) changed?.add(name);
    if (isLoading) isStale = true;
    else schedule(SOON_MS, run);
  }

  function schedule(delay, work = refresh) {
    clearTimeout(timer);
    timer = document.hidden ? setTimeout(loadCounts, MINUTE) : setTimeout(work, delay);
  }

  /** Keeps the number in the title and the icon up to date, which is all that a hidden page shows. */
  async function loadCounts() {
    await images.list({ state: 'all', counts: 'state', limit: 1 }).then(all => store.change(countsOf(all))).catch(() => undefined);
    schedule();
  }

  document.addEventListener('visibilitychange', () => {
    store.change({ isHidden: document.hidden });
    if (document.hidden) schedule();
    else refresh();
  });
  for (const event of ['online', 'offline']) addEventListener(event, () => refresh());
  for (const event of ['pointerover', 'focusout', 'keyup', 'scroll']) document.addEventListener(event, () => setTimeout(() => settle(store)));
  return {
    /** `isForced` shows the new list even while rows must not move. */
    refresh,

    scheduleSoon,

    /** Remembers the event until the list that it changes is loaded. */
    onEvent(event) {
      for (const image of event.images ?? []) store.state.lastEvents.set(image, event);
      scheduleSoon(event.images);
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
async function load(store, views, isForced, names) {
  const { state } = store;
  loadSummary(store);
  const saved = state.edits.filter(edit => edit.saved);
  try {
    const response = await fetchView(state, views, names);
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
    const { result, at } = await withLastAnswers(() => fetchView(store.state, views));
    store.change(now => {
      const { connection, liveSince, failures } = now;
      return { ...received(now, result, [], true), session: undefined, connection, liveSince, failures, lastResponseAt: at };
    });
  } catch {
    // the browser has no copies
  }
}

/** True if the user has loaded more pages meanwhile: they must not disappear. */
const isOutdated = (list, current) => list?.key === current?.key && list?.pages.length < current?.pages.length;

/** Requests everything that the page shows: the open view, open details, and what all views have in common. */
async function fetchView(state, views, names) {
  const { view, query } = state;
  const isInbox = view === 'pending';
  const others = { limit: 1 };
  let searchError;
  const refuse = error => { searchError = refusalOf(error); };
  const [start, other, details] = await Promise.all([
    inbox.start(isInbox ? startOf(state, names) : others).catch(error => {
      refuse(error);
      return inbox.start(others);
    }),
    isInbox ? undefined : views[view].load(state).catch(refuse),
    state.open && images.one(state.open.image).catch(error => ({ error })),
  ]);
  const list = isInbox && !searchError ? await views.pending.load(state, start, names) : state.list;
  const { session, hosts, tags, views: savedViews, rejections, commands, preferences, all } = start;
  const isFirstRun = all.total === 0;
  const { setup, tests } = isFirstRun ? await views.welcome.load({ session }) : {};
  return { view, query, list, data: other, searchError, state: { session, setup, hosts, tags, savedViews, rejections, commands, preferences, ...countsOf(all), testNotifications: tests }, details };
}

/** The number of pending images, and of those in each state, if they were counted. */
function countsOf({ counts }) {
  if (!counts?.state) return {};
  const byState = Object.fromEntries(counts.state.map(({ key, count }) => [key, count]));
  return { counts: byState, pending: byState.pending ?? 0 };
}

/** Why the server rejected the search. The last contents of the view stay, and everything else is up to date. */
function refusalOf(error) {
  if (error.status !== 400) throw error;
  return error;
}

function received(state, { view, query, list, data, searchError, state: common, details }, saved, isForced) {
  return {
    ...onResponse(state), ...common,
    ...(view === state.view && data && { data: { ...state.data, [view]: data } }),
    ...(query === state.query && { searchError: searchError?.message, refused: searchError?.params }),
    ...(state.open && { details }),
    ...accept(state, list, saved, isForced),
  };
}
