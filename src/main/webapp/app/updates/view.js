import { hostsOf } from './image.js';
import { keyOf } from './list.js';
import { locale, t } from '../texts/text.js';

export const ORDERS = ['newest', 'oldest', 'name', 'host'];
export const GROUPINGS = ['tag', 'host', 'registry', 'stack', 'none'];

const { compare: byText } = new Intl.Collator(locale, { numeric: true });

/**
 * What the user did and the last list does not know yet. It is shown at once, until a list that was asked for later.
 * `apply` gives the image as it will be, or undefined if it no longer waits.
 */
export const editOf = (images, apply) => ({ images: new Set(images), apply, saved: false });

export const withEdits = (items, edits) => edits.length === 0 ? items : items
  .map(item => edits.filter(edit => edit.images.has(item.image)).reduce((edited, { apply }) => edited && apply(edited), item))
  .filter(Boolean);

/** The groups an image is in: [key, name]; what is null belongs nowhere. */
const PLACES = {
  tag: ({ tag }) => [[tag?.name ?? null, tag?.name]],
  host: hostsOf,
  registry: ({ registry }) => [[registry, registry]],
  stack: ({ waiting }) => [[waiting[0]?.stack ?? null, waiting[0]?.stack]],
  none: () => [['', t.noGroup.none]],
};

/** The state with what follows from it: the groups, their rows, and what is selected. */
export function viewOf(state) {
  const { items, groups } = arranged(state.list, state.edits, state.tags, state.group, awaited(state));
  const collapsed = new Set(state.settings.collapsed);
  const shown = groups.filter(({ id }) => !collapsed.has(id)).flatMap(({ rows }) => rows);
  const selection = groups.flatMap(({ rows }) => rows).filter(({ id }) => state.selected.has(id));
  const gone = (state.list?.items.length ?? 0) - items.length;
  const total = Math.max(0, (state.list?.total ?? 0) - gone);
  const pending = state.query || state.view !== 'pending' || !state.list ? state.pending : total;
  return { ...state, items, groups, shown, selection, collapsed, total, pending, emptyTags: emptyTagsOf(state.tags, groups, state) };
}

let last = { inputs: [] };

/** Worked out anew only when something has changed: every key press asks for it. */
function arranged(...inputs) {
  if (!inputs.every((input, at) => input === last.inputs[at])) last = { inputs, ...arrange(...inputs) };
  return last;
}

/** The words of a search that the server has not answered yet. */
function awaited(state) {
  const isPlain = !/[:*"]|(^|\s)-/.test(state.query);
  return isPlain && state.list && state.list.key !== keyOf(state) ? state.query.toLowerCase() : '';
}

/** What is there already is searched at once; the server has the last word. */
function found(items, query) {
  const words = query.split(/\s+/).filter(Boolean);
  const some = words.length === 0 ? items : items.filter(({ text = '' }) => words.every(word => text.toLowerCase().includes(word)));
  return some.length > 0 ? some : items;
}

function arrange(list, edits, tags, by, query) {
  const items = found(withEdits(list?.items ?? [], edits), query);
  const places = items.flatMap(item => PLACES[by](item).map(([key, name]) => ({ key, name, item })));
  const rank = new Map(tags.map(({ name }, at) => [name, at]));
  const groups = [...Map.groupBy(places, ({ key }) => key)].map(([key, all]) => groupOf(list, by, key, all, tags));
  const order = (a, b) => (a.key !== null) - (b.key !== null)
    || (by === 'tag' ? (rank.get(a.key) ?? -1) - (rank.get(b.key) ?? -1) : 0) || byText(a.name, b.name);
  return { items, groups: groups.sort(order) };
}

function groupOf(list, by, key, places, tags) {
  const host = by === 'host' ? key : undefined;
  const rows = places.map(({ item }) => ({ id: host === undefined ? item.image : `${host} ${item.image}`, item, host, on: places[0].name }));
  const counted = list.cursor ? list.counts?.[by]?.find(each => each.key === key)?.count ?? list.total : 0;
  return {
    id: `${by}:${key ?? ''}`,
    key,
    name: places[0].name || t.noGroup[by],
    tag: by === 'tag' ? tags.find(({ name }) => name === key) ?? places[0].item.tag : undefined,
    rows,
    count: Math.max(rows.length, counted),
    filter: counted > rows.length ? { host, term: termOf(by, key) } : undefined,
  };
}

/** What finds a group's images on the server. */
function termOf(by, key) {
  if (by === 'none' || by === 'host') return '';
  if (key === null) return by === 'tag' ? 'tag:none' : `-${by}:*`;
  return `${by}:"${key.replaceAll('"', '""')}"`;
}

function emptyTagsOf(tags, groups, { group, query, list }) {
  if (group !== 'tag' || query || list?.cursor) return [];
  const used = new Set(groups.map(({ key }) => key));
  return tags.filter(({ name }) => !used.has(name));
}

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
