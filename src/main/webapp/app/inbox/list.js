import { chipCounts, chipsIn } from './chips.js';
import { images, pastActions } from '../core/api.js';
import { itemOf } from '../images/item.js';
import { SUPERSEDED } from '../images/past-action.js';

export const ORDERS = ['newest', 'oldest', 'name', 'host', 'kind'];

/** The maximum page size of the API, so that most inboxes need one request. */
const PAGE_SIZE = 500;

/** Identifies the query of a list. Only lists with the same key are compared or continued. */
export const queryKey = ({ query, order, group }) => JSON.stringify([query, order, group]);

/** A blank search: empty parameters are not sent. */
const ALL = ' ';

/**
 * What the page asks the server for at its start and after changes.
 *
 * @param {string[]} [changed] the images that have changed, if nothing else has
 */
export function startOf(state, changed) {
  const isPartial = changed && lastOf(state)?.pages.length > 1;
  return { ...parametersOf(state), base: chipsIn(state.query).rest || ALL, image: isPartial ? changed : undefined };
}

/** The last list of the same query, which is perhaps not shown yet. */
const lastOf = state => [state.deferred?.list, state.list].find(list => list?.key === queryKey(state));

/**
 * Makes a list from the answer to `startOf`, with at least as many pages as the current one. Returns the current object if nothing
 * changed. If only some images have changed, the other pages are kept.
 */
export async function loadList(state, { images: first, named, base, old }, changed) {
  const last = lastOf(state);
  const before = last ?? regrouped(state);
  const pages = before && (named || !last) ? patch(before.pages, first, named ?? [], new Set(changed)) : undefined;
  const list = { ...mergePages(state, queryKey(state), pages ?? await pagesFrom(state, first, before?.pages.length)), chips: chipCounts(base, old) };
  if (list.total === 0) list.elsewhere = await (list.query ? statesOf(list.query) : aroundNow());
  return isSame(list, last) ? last : list;
}

/** The list if it only has another grouping: its pages have the same images. */
function regrouped(state) {
  const [, , group] = JSON.parse(state.list?.key ?? '[]');
  return state.list?.key === queryKey({ ...state, group }) ? state.list : undefined;
}

/** The number of images in each state that a search finds. */
async function statesOf(query) {
  if (/(^|\s)-?is:/i.test(query)) return undefined;
  const { counts } = await images.list({ state: 'all', q: query, counts: 'state', limit: 1 });
  return Object.fromEntries((counts?.state ?? []).map(({ key, count }) => [key, count]));
}

/** For an empty inbox: the last updates that a user marked as done, and the image whose snooze or hold ends first; each undefined if there is none. */
async function aroundNow() {
  const [{ items }, past] = await Promise.all([
    images.list({ state: 'snoozed', limit: PAGE_SIZE }), pastActions.list({ kind: 'acknowledgement', undone: 'false', limit: 20 }),
  ]);
  const [next] = items.flatMap(({ image, occurrences }) => occurrences.filter(each => each.snoozed_until).map(each => ({ name: image.reference, until: each.snoozed_until })))
    .toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
  return { next, last: past.items.find(({ actor }) => actor !== SUPERSEDED) };
}

async function pagesFrom(state, first, count = 1) {
  const pages = [first];
  while (pages.at(-1).next_cursor && pages.length < count) pages.push(await pageOf(state, pages.at(-1)));
  return pages;
}

const referenceOf = ({ image }) => image.reference;

/** The pages with a new first page, and with the named images as they are now. Undefined if the place of an image is not known. */
function patch([before, ...others], first, named, changed) {
  const fresh = new Set(first.items.map(referenceOf));
  const known = new Set([before, ...others].flatMap(({ items }) => items).map(referenceOf));
  const now = new Map(named.map(item => [referenceOf(item), item]));
  const last = first.items.map(referenceOf).at(-1);
  if (!known.has(last) || [...now.keys()].some(each => !known.has(each) && !fresh.has(each))) return undefined;
  const end = before.items.findIndex(item => referenceOf(item) === last);
  const moved = end < 0 ? [] : before.items.slice(end + 1);
  const isKept = each => !fresh.has(each) && (!changed.has(each) || now.has(each));
  return [first, ...others.map((page, at) => ({
    ...page,
    items: [...at === 0 ? moved : [], ...page.items].filter(item => isKept(referenceOf(item))).map(item => now.get(referenceOf(item)) ?? item),
  }))];
}

const figuresOf = ({ total, counts, cursor, chips, elsewhere }) => JSON.stringify([total, counts, cursor, chips, elsewhere]);

const isSame = (list, last) => last?.items.length === list.items.length && list.items.every((item, at) => item === last.items[at])
  && figuresOf(list) === figuresOf(last);

/** Loads the list with one more page. */
export const loadNextPage = async state => ({ ...state.list, ...mergePages(state, state.list.key, [...state.list.pages, await pageOf(state, state.list.pages.at(-1))]) });

/** Without a state, the list is that of pending images unless the search names another state. */
const parametersOf = ({ query, order, group }) => ({ q: query.trim(), sort: order, limit: PAGE_SIZE, counts: group !== 'none' && group });

const pageOf = (state, before) => images.list({ ...parametersOf(state), cursor: before.next_cursor });

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
