import { withEdits } from './saving.js';
import { hostsOf } from './image.js';
import { locale, t } from '../texts/text.js';

export const ORDERS = ['newest', 'oldest', 'name', 'host'];
export const GROUPINGS = ['tag', 'host', 'registry', 'stack', 'none'];

const { compare: byText } = new Intl.Collator(locale, { numeric: true });

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
  const { items, groups } = arranged(state.list, state.edits, state.tags, state.group);
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

function arrange(list, edits, tags, by) {
  const items = withEdits(list?.items ?? [], edits);
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
