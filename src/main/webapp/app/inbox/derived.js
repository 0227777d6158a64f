import { hasWords, memoizedGroups, rowsOf } from './groups.js';
import { queryKey } from './list.js';

/**
 * The state with values derived from it: `items` with all edits, `groups` with their rows, `shown` rows (those of expanded
 * groups), `selection`, `collapsed` group ids, `total` of the search, `pending` in all if it is known, `isOutdated` if the rows are
 * those of another search or order, and `emptyTags`.
 */
export function viewOf(state) {
  const words = pendingWords(state);
  const { items, total, groups } = memoizedGroups(state.list, state.deferred, state.edits, state.tags, state.group, words);
  const isOutdated = Boolean(state.list) && !isCurrent(state) && !(words && items.every(item => hasWords(item, words)));
  const collapsed = new Set(state.settings.collapsed);
  const shown = groups.filter(({ id }) => !collapsed.has(id)).flatMap(({ rows }) => rows);
  const selection = rowsOf(groups).filter(({ id, gone }) => !gone && state.selected.has(id));
  const pending = !state.query && state.view === 'pending' && isCurrent(state) && !state.isHidden ? total : state.pending;
  return { ...state, items, groups, shown, selection, collapsed, total, pending, isOutdated, emptyTags: emptyTagsOf(state.tags, groups, state) };
}

/** True while the rows are on screen and belong to the search, so that one can act on them. */
export const showsRows = ({ view, searchError, isOutdated }) => view === 'pending' && !searchError && !isOutdated;

/** True if the list answers the search, false while it is the list of the search before. */
export const isCurrent = state => state.list?.key === queryKey(state);

/** True if an action can include the results of the search that are not loaded. */
export const canSelectUnloaded = view => Boolean(view.list?.cursor) && isCurrent(view);

/** The words of a search that the server has not answered yet; empty if the search has keys or operators. */
function pendingWords(state) {
  const isPlain = !/[:*"]|(^|\s)-/.test(state.query);
  return isPlain && state.list && !isCurrent(state) ? state.query.toLowerCase() : '';
}

function emptyTagsOf(tags, groups, { group, query, list }) {
  if (group !== 'tag' || query || list?.cursor) return [];
  const used = new Set(groups.map(({ key }) => key));
  return tags.filter(({ name }) => !used.has(name));
}

/** The row so many rows after the open one, of those that are shown; undefined if there is none. */
export function openAt(view, by) {
  const at = view.shown.findIndex(({ id }) => id === view.cursor);
  return showsRows(view) ? view.shown[at + by] : undefined;
}
