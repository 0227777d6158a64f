import { viewOf } from './view.js';

/** The row by that many further down, or up; the first one if the cursor is nowhere. */
export function stepped(state, by) {
  const ids = idsShown(state);
  const at = ids.indexOf(state.cursor) + by;
  return ids[Math.min(Math.max(at, 0), ids.length - 1)];
}

/** These rows are about to go from their place: the cursor moves on, and they are no longer selected. */
export function leave(store, ids) {
  store.change(state => ({
    cursor: cursorWithout(state, new Set(ids)),
    selected: state.selected.difference(new Set(ids)),
    isMatching: false,
  }));
}

/** The next row that stays, else the one before. */
export function cursorWithout(state, going) {
  const shown = idsShown(state);
  const start = shown.includes(state.cursor) ? state.cursor : [...going][0];
  const stays = id => !going.has(id);
  return shown.slice(Math.max(shown.indexOf(start), 0)).find(stays) ?? shown.findLast(stays);
}

/** The rows from one to another, whichever is further up. */
export function between(state, from, to) {
  const shown = idsShown(state);
  const [start, end] = [shown.indexOf(from), shown.indexOf(to)].sort((a, b) => a - b);
  return start < 0 ? [to] : shown.slice(start, end + 1);
}

const idsShown = state => viewOf(state).shown.map(({ id }) => id);

export const focusCursor = () => document.querySelector('.update.cursor')?.focus();

/** Whoever works with the keyboard must not be thrown to the top of the page when what had the focus has gone. */
export function rescueFocus() {
  if (document.activeElement !== document.body) return;
  (document.querySelector('.update.cursor') ?? document.querySelector('main')).focus({ preventScroll: true });
}
