import { viewOf } from './derived.js';

/** The id of the row that many rows further down; the first row if there is no cursor. */
export function nextCursor(state, by) {
  const ids = shownIds(state);
  const at = ids.indexOf(state.cursor) + by;
  return ids[Math.min(Math.max(at, 0), ids.length - 1)];
}

/** Moves the cursor past rows that are about to be removed, and removes them from the selection. */
export function removeFromSelection(store, ids) {
  store.change(state => ({
    cursor: cursorWithout(state, new Set(ids)),
    selected: state.selected.difference(new Set(ids)),
    isMatching: false,
    whole: new Set(),
  }));
}

/** The id of the next row that is not removed, otherwise of the previous one. */
export function cursorWithout(state, removed) {
  const { shown } = viewOf(state);
  const start = shown.findIndex(({ id }) => id === state.cursor);
  const first = shown.findIndex(({ id }) => removed.has(id));
  const stays = ({ id, gone }) => !gone && !removed.has(id);
  return (shown.slice(Math.max(start < 0 ? first : start, 0)).find(stays) ?? shown.findLast(stays))?.id;
}

/** The ids of all rows between two rows, in either direction. */
export function range(state, from, to) {
  const shown = shownIds(state);
  const [start, end] = [shown.indexOf(from), shown.indexOf(to)].sort((a, b) => a - b);
  return start < 0 ? [to] : shown.slice(start, end + 1);
}

const shownIds = state => viewOf(state).shown.map(({ id }) => id);
