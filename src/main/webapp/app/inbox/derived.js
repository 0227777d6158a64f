import { memoizedGroups } from './groups.js';
import { queryKey } from './list.js';

/**
 * The state with values derived from it: `items` with all edits, `groups` with their rows, `shown` rows (those of expanded
 * groups), `selection`, `collapsed` group ids, `total` of the search, `pending` in all if it is known, and `emptyTags`.
 */
export function viewOf(state) {
  const { items, groups } = memoizedGroups(state.list, state.edits, state.tags, state.group, pendingWords(state));
  const collapsed = new Set(state.settings.collapsed);
  const shown = groups.filter(({ id }) => !collapsed.has(id)).flatMap(({ rows }) => rows);
  const selection = groups.flatMap(({ rows }) => rows).filter(({ id }) => state.selected.has(id));
  const removed = (state.list?.items.length ?? 0) - items.length;
  const total = Math.max(0, (state.list?.total ?? 0) - removed);
  const pending = !state.query && state.view === 'pending' && isCurrent(state) ? total : state.pending;
  return { ...state, items, groups, shown, selection, collapsed, total, pending, emptyTags: emptyTagsOf(state.tags, groups, state) };
}

/** True while the rows are on screen and belong to the search, so that one can act on them. */
export const showsRows = ({ view, searchError }) => view === 'pending' && !searchError;

/** True if the list answers the search, false while it is the list of the search before. */
export const isCurrent = state => state.list?.key === queryKey(state);

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
