import { canSelectUnloaded, viewOf } from './derived.js';
import { rowsOf } from './groups.js';
import { loadNextPage } from './list.js';
import { describe, isOfPlace } from './scope.js';
import { t } from '../i18n/index.js';

/**
 * The parts of the selection that an action on rows changes: `rows`, the number of updates that they stand for, and, if these are
 * not all loaded, the `filter` that selects them.
 */
export function partsOf(view, rows) {
  if (!isSelection(view, rows)) return [{ rows, count: rows.length }];
  if (view.isMatching) return [{ rows, count: view.total, filter: { term: '' } }];
  const whole = wholeGroups(view).map(({ rows: all, count, filter }) => ({ rows: rows.filter(row => all.includes(row)), count, filter }));
  const others = rows.filter(row => !whole.some(part => part.rows.includes(row)));
  return [...whole, { rows: others, count: others.length }].filter(part => part.rows.length > 0);
}

/** True if rows are the selection and it contains updates that are not loaded. */
const isSelection = (view, rows) => canSelectUnloaded(view) && (view.isMatching || wholeGroups(view).length > 0) && !rows.some(isOfPlace)
  && rows.every(({ id }) => view.selected.has(id)) && (rows.length > 1 || view.selection.length === 1);

/** The groups that are selected including their updates that are not loaded. */
const wholeGroups = ({ groups, whole }) => groups.filter(({ id, filter }) => filter && whole.has(id));

/** The number of updates that rows stand for. */
export const countOf = (view, rows) => partsOf(view, rows).reduce((sum, { count }) => sum + count, 0);

/** "postgres on nas", "550 updates in media": what rows stand for. */
export const describeAll = (view, rows) => partsOf(view, rows).some(({ filter }) => filter) ? describe(rows, t.updates(countOf(view, rows))) : describe(rows);

/** The items that rows stand for. Loads those that are not on the page. */
export async function itemsOf(state, rows) {
  const view = viewOf(state);
  const parts = partsOf(view, rows);
  let { list } = state;
  if (parts.some(({ filter }) => filter)) while (list.cursor) list = await loadNextPage({ ...state, list });
  const groups = viewOf({ ...state, list, deferred: undefined }).groups.filter(({ id }) => state.isMatching || state.whole.has(id));
  const all = list === state.list ? rows : [...rows, ...rowsOf(groups)];
  return [...new Map(all.map(({ item }) => [item.image, item])).values()];
}
