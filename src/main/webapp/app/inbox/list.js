import { countChips } from './chips.js';
import { images } from '../core/api.js';
import { itemOf } from '../images/item.js';

export const ORDERS = ['newest', 'oldest', 'name', 'host', 'kind'];

/** The maximum page size of the API, so that most inboxes need one request. */
const PAGE_SIZE = 500;

/** Identifies the query of a list. Only lists with the same key are compared or continued. */
export const queryKey = ({ query, order, group }) => JSON.stringify([query, order, group]);

/** Loads the list from its start, with at least as many pages as the current one. Returns the current object if nothing changed. */
export async function loadList(state) {
  const key = queryKey(state);
  const last = state.list?.key === key ? state.list : undefined;
  const pages = [];
  do {
    pages.push(await pageOf(state, pages.at(-1)));
  } while (pages.at(-1).next_cursor && pages.length < (last?.pages.length ?? 1));
  const list = mergePages(state, key, pages);
  const [chips, elsewhere] = await Promise.all([countChips(state.query, list, images.list), list.total === 0 ? list.query ? statesOf(list.query) : nextBack() : undefined]);
  const isSame = last?.pages.length === pages.length && pages.every((page, at) => page === last.pages[at])
    && JSON.stringify([chips, elsewhere]) === JSON.stringify([last.chips, last.elsewhere]);
  return isSame ? last : { ...list, chips, elsewhere };
}

/** The number of images in each state that a search finds. */
async function statesOf(query) {
  if (/(^|\s)-?is:/i.test(query)) return undefined;
  const { counts } = await images.list({ state: 'all', q: query, counts: 'state', limit: 1 });
  return Object.fromEntries((counts?.state ?? []).map(({ key, count }) => [key, count]));
}

/** The image whose snooze or hold ends first; undefined if none ends at a time. */
async function nextBack() {
  const { items } = await images.list({ state: 'snoozed', limit: PAGE_SIZE });
  const [next] = items.flatMap(({ image, occurrences }) => occurrences.filter(each => each.snoozed_until).map(each => ({ name: image.reference, until: each.snoozed_until })))
    .toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
  return { next };
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
