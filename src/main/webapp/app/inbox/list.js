import { images } from '../core/api.js';
import { itemOf } from '../images/item.js';

export const ORDERS = ['newest', 'oldest', 'name', 'host', 'kind'];

/** The maximum page size of the API, so that most inboxes need one request. */
const PAGE_SIZE = 500;

/** Identifies the query of a list. Only lists with the same key are compared or continued. */
export const queryKey = ({ query, order, group }) => JSON.stringify([query, order, group]);

const KIND = /(?:^|\s)kind:(\S+)(?=\s|$)/;

/** The kind of updates that a search names, see `kindCounts`; empty for none. */
export const kindIn = query => KIND.exec(query)?.[1] ?? '';

/** A search with another kind, or with none. */
export const withKind = (query, kind) => [query.replace(KIND, '').trim(), kind && `kind:${kind}`].filter(Boolean).join(' ');

/** Loads the list from its start, with at least as many pages as the current one. Returns the current object if nothing changed. */
export async function loadList(state) {
  const key = queryKey(state);
  const last = state.list?.key === key ? state.list : undefined;
  const pages = [];
  do {
    pages.push(await pageOf(state, pages.at(-1)));
  } while (pages.at(-1).next_cursor && pages.length < (last?.pages.length ?? 1));
  const kindCounts = await kindCountsOf(state, pages[0]);
  const isSame = last?.pages.length === pages.length && pages.every((page, at) => page === last.pages[at]) && kindCounts === last.kindCounts;
  return isSame ? last : { ...mergePages(state, key, pages), kindCounts };
}

/** The number of images of each kind that the search finds, whatever kind it names. */
async function kindCountsOf({ query }, page) {
  const others = withKind(query, '');
  return (others === query.trim() ? page : await images.list({ q: others, counts: 'kind', limit: 1 })).counts?.kind;
}

/** Loads the list with one more page. */
export const loadNextPage = async state => ({ ...state.list, ...mergePages(state, state.list.key, [...state.list.pages, await pageOf(state, state.list.pages.at(-1))]) });

/** Without a state, the list is that of pending images unless the search names another state. */
const pageOf = ({ query, order, group }, before) => images.list({
  q: query.trim(), sort: order, limit: PAGE_SIZE, counts: [...new Set([group, 'kind'])].filter(each => each !== 'none').join(','), cursor: before?.next_cursor,
});

/** Merges pages into a list. An image that moved between two requests can be on two pages. */
function mergePages({ query, list }, key, pages) {
  const known = new Map(list?.items.map(item => [item.image, item]));
  const items = new Map(pages.flatMap(page => itemsIn(page, known)).map(item => [item.image, item]));
  return { key, query: query.trim(), pages, items: [...items.values()], total: pages[0].total, counts: pages[0].counts, cursor: pages.at(-1).next_cursor };
}

const itemCache = new WeakMap();

/** Keeps the object of an unchanged item, so that its row is not rendered again. */
function itemsIn(page, known) {
  if (!itemCache.has(page)) itemCache.set(page, page.items.map(answer => reuseOrCreate(known.get(answer.image.reference), answer)));
  return itemCache.get(page);
}

function reuseOrCreate(item, answer) {
  const text = JSON.stringify(answer);
  return item?.text === text ? item : { ...itemOf(answer), text };
}
