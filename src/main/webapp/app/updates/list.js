import { images } from '../api.js';
import { itemOf } from './image.js';

/** As many as the server gives at once: few inboxes need a second page. */
const PAGE = 500;

/** What a list was asked with; lists of the same key can follow each other. */
export const keyOf = ({ query, order, group }) => JSON.stringify([query, order, group]);

/** The list from its start, at least as long as the one that is there, and that very one if nothing has changed. */
export async function loadList(state) {
  const key = keyOf(state);
  const last = state.list?.key === key ? state.list : undefined;
  const pages = [];
  do {
    pages.push(await pageOf(state, pages.at(-1)));
  } while (pages.at(-1).next_cursor && pages.length < (last?.pages.length ?? 1));
  const isSame = last?.pages.length === pages.length && pages.every((page, at) => page === last.pages[at]);
  return isSame ? last : listOf(key, pages, state.list);
}

/** The list with one page more. */
export const loadMore = async state => listOf(state.list.key, [...state.list.pages, await pageOf(state, state.list.pages.at(-1))], state.list);

/** The images of rows; where all that match are chosen, those that are not loaded, too. */
export async function itemsOf(state, rows) {
  let { list } = state;
  if (!state.isMatching || !list.cursor) return [...new Map(rows.map(({ item }) => [item.image, item])).values()];
  while (list.cursor) list = await loadMore({ ...state, list });
  return list.items;
}

const pageOf = ({ query, order, group }, before) => images.list({
  state: 'pending', q: query.trim(), sort: order, limit: PAGE, counts: group === 'none' ? '' : group, cursor: before?.next_cursor,
});

/** An image that moved between two requests may be on two pages. */
function listOf(key, pages, last) {
  const known = new Map(last?.items.map(item => [item.image, item]));
  const items = new Map(pages.flatMap(page => itemsIn(page, known)).map(item => [item.image, item]));
  return { key, pages, items: [...items.values()], total: pages[0].total, counts: pages[0].counts, cursor: pages.at(-1).next_cursor };
}

const ready = new WeakMap();

/** An item is the very same as long as the server says the same of it, so that its row need not be drawn anew. */
function itemsIn(page, known) {
  if (!ready.has(page)) ready.set(page, page.items.map(answer => sameOr(known.get(answer.image.reference), answer)));
  return ready.get(page);
}

function sameOr(item, answer) {
  const text = JSON.stringify(answer);
  return item?.text === text ? item : { ...itemOf(answer), text };
}
