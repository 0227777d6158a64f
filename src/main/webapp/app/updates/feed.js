import { Problem, tags, tests, updates } from '../api.js';
import { updatesOf } from './update.js';

const PAUSE = 4_000;
const FAILURES_UNTIL_OFFLINE = 3;

/** Keeps the store up to date: asks every few seconds while the page is visible, one request at a time. */
export function createFeed(store) {
  let timer;
  let underway = false;
  let again = false;

  /** Asks now; if it is just asking, then once more after that, as the answer may already be old. */
  async function refresh() {
    again = true;
    if (underway) return;
    underway = true;
    clearTimeout(timer);
    try {
      while (again) {
        again = false;
        await load(store);
      }
    } finally {
      underway = false;
      if (!document.hidden) timer = setTimeout(refresh, PAUSE);
    }
  }

  document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : refresh());
  addEventListener('online', refresh);
  store.subscribe((state, before) => {
    if (isHeld(before) && !isHeld(state)) refresh();
  });
  return { refresh };
}

/** Rows must not move under a drag, nor behind a dialog. */
const isHeld = ({ dragging, dialog }) => Boolean(dragging || dialog);

async function load(store) {
  const known = store.state.edits.filter(edit => edit.saved);
  const answer = await ask(store.state);
  store.change(state => answer instanceof Problem ? missed(state) : received(state, answer, known));
}

async function ask({ isEmpty }) {
  try {
    const [list, tagList, testList] = await Promise.all([updates.all(), tags.all(), isEmpty === false ? [] : tests.all()]);
    return { list, tagList, testList };
  } catch (problem) {
    return problem;
  }
}

function missed({ failures }) {
  const isOffline = failures + 1 >= FAILURES_UNTIL_OFFLINE;
  return { failures: failures + 1, connection: isOffline ? 'offline' : 'reconnecting' };
}

function received(state, { list, tagList, testList }, known) {
  const reached = { failures: 0, connection: 'live', seenAt: Date.now() };
  if (isHeld(state)) return reached;
  const next = list === state.list ? state.updates : updatesOf(list);
  return {
    ...reached,
    list,
    updates: next,
    isEmpty: next.length === 0,
    tags: tagList,
    tests: testList,
    edits: state.edits.filter(edit => !known.includes(edit)),
    arrived: arrivals(state, next),
  };
}

/** The images that wait now and did not in the list before; none in the first list. */
function arrivals({ updates, list, arrived }, next) {
  if (next === updates) return arrived;
  const waited = new Set(updates.filter(update => !update.acknowledged).map(keyOf));
  return new Set(list ? next.filter(update => !update.acknowledged && !waited.has(keyOf(update))).map(update => update.image) : []);
}

const keyOf = update => `${update.image} ${update.digest}`;
