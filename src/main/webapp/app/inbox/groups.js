import { withEdits } from './pending-edits.js';
import { locale, t } from '../i18n/index.js';
import { hostsOf } from '../images/item.js';
import { quoted } from '../ui/search-term.js';

export const GROUPINGS = ['tag', 'host', 'registry', 'stack', 'none'];

const { compare: byText } = new Intl.Collator(locale, { numeric: true });

/** The groups that an item belongs to: [key, name]. The key is null for items without a tag, host, registry or stack. */
const GROUP_KEYS = {
  tag: ({ tag }) => [[tag?.name ?? null, tag?.name]],
  host: hostsOf,
  registry: ({ registry }) => [[registry, registry]],
  stack: ({ waiting }) => [[waiting[0]?.stack?.toLowerCase() ?? null, waiting[0]?.stack]],
  none: () => [['', t.noGroup.none]],
};

let last = { inputs: [] };

/** The result of `groupItems`, computed only when an input has changed: each key press asks for it. */
export function memoizedGroups(...inputs) {
  if (!inputs.every((input, at) => input === last.inputs[at])) last = { inputs, ...groupItems(...inputs) };
  return last;
}

/** Applies edits and a local filter to the list, and groups the items into rows. Items without a key come first. */
function groupItems(list, edits, tags, by, words) {
  const items = filterLocally(withEdits(list?.items ?? [], edits), words);
  const members = items.flatMap(item => GROUP_KEYS[by](item).map(([key, name]) => ({ key, name, item })));
  const rank = new Map(tags.map(({ name }, at) => [name, at]));
  const groups = [...Map.groupBy(members, ({ key }) => key)].map(([key, all]) => groupOf(list, by, key, all, tags));
  const order = (a, b) => (a.key !== null) - (b.key !== null)
    || (by === 'tag' ? (rank.get(a.key) ?? -1) - (rank.get(b.key) ?? -1) : 0) || byText(a.name, b.name);
  return { items, groups: groups.sort(order) };
}

/** Filters the loaded items while the server's answer is pending. Shows all if none matches: the server may find others. */
function filterLocally(items, query) {
  const words = query.split(/\s+/).filter(Boolean);
  const some = words.length === 0 ? items : items.filter(({ text = '' }) => words.every(word => text.toLowerCase().includes(word)));
  return some.length > 0 ? some : items;
}

/** `count` is the server's count if only a part of the group is loaded; `filter` then selects the whole group. */
function groupOf(list, by, key, members, tags) {
  const host = by === 'host' ? key : undefined;
  const rows = members.map(({ item }) => ({ id: host === undefined ? item.image : `${host} ${item.image}`, item, host, on: members[0].name }));
  const counted = list.cursor ? list.counts?.[by]?.find(each => each.key === key)?.count ?? list.total : 0;
  return {
    id: `${by}:${key ?? ''}`,
    key,
    name: members[0].name || t.noGroup[by],
    tag: by === 'tag' ? tags.find(({ name }) => name === key) ?? members[0].item.tag : undefined,
    rows,
    count: Math.max(rows.length, counted),
    filter: counted > rows.length ? { host, term: searchTermOf(by, key) } : undefined,
  };
}

/** The search term that finds the images of a group. Requests select a host with a member of its own. */
function searchTermOf(by, key) {
  if (by === 'none' || by === 'host') return '';
  if (key === null) return by === 'tag' ? 'tag:none' : `-${by}:*`;
  return `${by}:${quoted(key)}`;
}
