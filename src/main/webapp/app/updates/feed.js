import { Problem, hosts, images, insights, read, tags, tests } from '../api.js';
import { keyOf, loadList } from './list.js';
import { DAY } from './age.js';

const PAUSE = 4_000;
const FIRST_RUN_PAUSE = 2_000;
const LIVE_PAUSE = 60_000;
const SETTLING = 250;
const FAILURES_UNTIL_OFFLINE = 3;
const OVER_A_MONTH = 'older:30d';

/** How far back the bars of arrivals go. */
export const DAYS = 30;

/**
 * Keeps the store up to date, one load at a time: when something happens at the server, and every few
 * seconds where nobody tells us.
 */
export function createFeed(store, parts) {
  let timer;
  let underway = false;
  let again = false;
  let isForced = false;
  let isLive = false;

  /** Asks now; if it is just asking, then once more after that, as the answer may already be old. */
  async function refresh(options = {}) {
    again = true;
    isForced ||= options.isForced ?? false;
    if (underway) return;
    underway = true;
    clearTimeout(timer);
    try {
      while (again) {
        again = false;
        const force = isForced;
        isForced = false;
        again = await load(store, parts, force) || again;
      }
    } finally {
      underway = false;
      plan(store.state.tests ? FIRST_RUN_PAUSE : isLive ? LIVE_PAUSE : PAUSE);
    }
  }

  function plan(pause) {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(refresh, pause);
  }

  document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : refresh());
  for (const event of ['online', 'offline']) addEventListener(event, () => refresh());
  for (const event of ['pointerover', 'focusout', 'keyup']) document.addEventListener(event, () => setTimeout(() => settle(store)));
  return {
    refresh,
    /** Several things that happen at once are one reason to ask. */
    happened: () => underway ? again = true : plan(SETTLING),
    live: value => {
      isLive = value;
      if (!value) refresh();
    },
  };
}

/** Resolves to whether the answer came too late to be of use. */
async function load(store, parts, isForced) {
  const { state } = store;
  lookAside(store);
  const known = state.edits.filter(edit => edit.saved);
  try {
    const answer = await ask(state, parts);
    if (isOutgrown(answer.list, store.state.list)) return true;
    store.change(now => received(now, answer, known, isForced));
  } catch (problem) {
    if (problem.status === 401) await parts.need('menu');
    store.change(now => missed(now, problem));
  }
}

/** Somebody who scrolls on must not lose the pages that came meanwhile. */
const isOutgrown = (list, now) => list?.key === now?.key && list?.pages.length < now?.pages.length;

async function ask(state, parts) {
  const part = state.view === 'pending' ? undefined : await parts.load(state.view);
  const [session, list, tagList, data, detail, counted] = await Promise.all([
    state.session ?? read('session'),
    part ? state.list : loadList(state),
    tags.all(),
    part?.load(state),
    state.open && images.one(state.open.image).catch(problem => ({ problem })),
    part || state.query ? images.list({ state: 'pending', limit: 1 }) : undefined,
  ]);
  const pending = (counted ?? list).total;
  const isKnown = pending > 0 || (await images.list({ state: 'all', limit: 1 })).total > 0;
  if (!isKnown) await parts.load('welcome');
  return { view: state.view, session, list, tags: tagList, data, detail, pending, tests: isKnown ? undefined : await tests.all() };
}

/** What changes slowly and is shown beside the list, which does not wait for it. */
async function lookAside(store) {
  const { side } = store.state;
  if (side.until > Date.now()) return;
  const until = Date.now() + LIVE_PAUSE;
  store.change({ side: { ...side, until } });
  const [old, days, hostList] = await Promise.all([
    images.list({ state: 'pending', q: OVER_A_MONTH, limit: 1 }).then(({ total }) => total).catch(() => side.old),
    insights.read(DAYS).then(({ arrivals }) => arrivals.days).catch(() => side.days),
    hosts.all().catch(() => side.hosts),
  ]);
  store.change({ side: { old, days, hosts: hostList, until } });
}

/** A search that the server refuses is no reason to think that it has gone. */
function missed(state, problem) {
  if (problem instanceof Problem && problem.status === 400) {
    return { failures: 0, connection: 'live', refusal: problem.message, list: state.list && { ...state.list, key: '', items: [], total: 0, cursor: undefined } };
  }
  if (!(problem instanceof Problem)) throw problem;
  if (problem.status === 401) return { failures: FAILURES_UNTIL_OFFLINE, connection: 'offline', isSignedOut: true };
  const failures = state.failures + 1;
  return { failures, connection: failures >= FAILURES_UNTIL_OFFLINE ? 'offline' : 'reconnecting' };
}

function received(state, { view, list, data, detail, ...rest }, known, isForced) {
  const reached = { ...rest, isSignedOut: false, failures: 0, connection: 'live', seenAt: Date.now(), now: Date.now(), refusal: undefined };
  if (view === state.view) reached.data = { ...state.data, [view]: data };
  if (state.open) reached.detail = detail;
  if (list?.key !== keyOf(state)) return reached;
  const arrived = arrivals(state.list, list);
  if (!isForced && isHeld(state) && (arrived.size > 0 || state.dragging || state.dialog)) {
    return { ...reached, held: { list, known, count: arrived.size } };
  }
  return { ...reached, ...shown(state, list, known, arrived) };
}

const shown = (state, list, known, arrived) => ({
  list,
  held: undefined,
  edits: state.edits.filter(edit => !known.includes(edit)),
  arrived: list === state.list ? state.arrived : arrived,
});

/** Shows what has been held back. */
export const release = store => store.change(state => state.held
  ? shown(state, state.held.list, state.held.known, arrivals(state.list, state.held.list)) : {});

function settle(store) {
  const { state } = store;
  if (state.held && !isHeld(state)) release(store);
}

/** Rows must not move under a drag, a dialog, a pointer, nor while somebody types. */
const isHeld = ({ dragging, dialog }) => Boolean(dragging || dialog
  || document.activeElement?.matches('input:not([type=checkbox]), textarea')
  || document.querySelector('.inbox:has(.group):hover, .held:hover'));

/** The images that wait now and did not in the list before; none in the first list, or in that of another search. */
function arrivals(before, { key, items }) {
  if (before?.key !== key) return new Set();
  const waited = new Set(before.items.map(versionOf));
  return new Set(items.filter(item => !waited.has(versionOf(item))).map(({ image }) => image));
}

const versionOf = ({ image, digest }) => `${image} ${digest}`;

export const isOld = ({ since }, now) => now - since >= 30 * DAY;

const KINDS = [
  'notified', 'acknowledged', 'reopened', 'snoozed', 'woken', 'tagged', 'untagged', 'noted',
  'tag_created', 'tag_changed', 'tag_deleted', 'host_renamed', 'host_merged', 'host_separated', 'reset',
];
const AGAIN = 30_000;

/** Listens to what happens at the server while the page is visible: each stream takes one of the browser's few connections. */
export function listen(feed) {
  let source;
  let timer;

  function open() {
    close();
    if (document.hidden) return;
    source = new EventSource('api/v1/events');
    source.addEventListener('open', () => {
      feed.live(true);
      feed.refresh();
    });
    for (const kind of KINDS) source.addEventListener(kind, feed.happened);
    source.addEventListener('error', () => {
      feed.live(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
  }

  document.addEventListener('visibilitychange', open);
  addEventListener('pagehide', close);
  open();
}
