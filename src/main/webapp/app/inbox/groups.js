import { withEdits, withShownEdits } from './pending-edits.js';
import { locale, t } from '../i18n/index.js';
import { hostNameOf, isSamePlace } from '../images/item.js';
import { namesOf } from './scope.js';
import { quoted } from '../ui/search-term.js';

export const GROUPINGS = ['tag', 'host', 'registry', 'stack', 'kind', 'none'];

const { compare: byText } = new Intl.Collator(locale, { numeric: true });

/** The groups that an item belongs to: key, name and occurrences. The key is null without a tag, registry or stack. */
const GROUPS_OF = {
  tag: ({ tag, waiting }) => [{ key: tag?.name ?? null, name: tag?.name, places: waiting }],
  host: ({ waiting }) => split(waiting, ({ host }) => host, hostNameOf),
  registry: ({ registry, waiting }) => [{ key: registry, name: registry, places: waiting }],
  stack: ({ waiting }) => split(waiting, ({ stack }) => stack?.toLowerCase() ?? null, ({ stack }) => stack),
  kind: ({ waiting }) => split(waiting, ({ change }) => change?.kind ?? 'unknown', ({ change }) => t.changeKinds[change?.kind ?? 'unknown']),
  none: ({ waiting }) => [{ key: '', name: t.noGroup.none, places: waiting }],
};

const split = (waiting, keyOf, nameOf) => [...Map.groupBy(waiting, keyOf)].map(([key, places]) => ({ key, name: nameOf(places[0]), places }));

let last = { inputs: [] };

/** The result of `groupItems`, computed only when an input has changed: each key press asks for it. */
export function memoizedGroups(...inputs) {
  if (!inputs.every((input, at) => input === last.inputs[at])) last = { inputs, ...groupItems(...inputs) };
  return last;
}

/**
 * Applies edits and a local filter to the list, and groups the items into rows. While rows must not move, `items` are those of the
 * deferred list, and the rows are those of the list: `gone` tells why one no longer belongs to it.
 */
function groupItems(list, deferred, edits, tags, by, words) {
  const newest = deferred?.list ?? list;
  const items = filterLocally(withEdits(newest?.items ?? [], edits.filter(edit => !deferred?.saved.includes(edit))), words);
  const groups = groupsOf(items, list, by, tags);
  const total = Math.max(0, (newest?.total ?? 0) - (newest?.items.length ?? 0) + items.length);
  if (!deferred && !edits.some(({ hold }) => hold)) return { items, total, groups };
  const left = new Set(rowsOf(groups).map(({ id }) => id));
  const shown = groupsOf(filterLocally(withShownEdits(list?.items ?? [], edits), words), list, by, tags);
  const marked = shown.map(group => {
    const rows = group.rows.map(row => left.has(row.id) ? row : { ...row, gone: reasonOf(row, edits) });
    return { ...group, rows, count: group.count - rows.filter(row => row.gone).length };
  });
  return { items, total, groups: marked };
}

/** Why a row is gone: the kind of the action on all its places, or why the server has not confirmed it. */
function reasonOf({ item, places }, edits) {
  const { hold, kind } = edits.findLast(({ images, apply }) => images.has(item.image)
    && !apply(item)?.waiting.some(each => places.some(one => isSamePlace(one, each)))) ?? {};
  return hold && hold !== 'clicked' ? hold : kind ?? 'elsewhere';
}

export const rowsOf = groups => groups.flatMap(({ rows }) => rows);

/** The rows in their order, as one text. */
export const layoutOf = (list, edits, tags, by) => JSON.stringify(
  groupsOf(withEdits(list.items, edits), list, by, tags).map(({ id, rows }) => [id, rows.map(row => row.id)]));

function groupsOf(items, list, by, tags) {
  const members = items.flatMap(item => membersOf(item, by));
  return [...Map.groupBy(members, ({ key }) => key)].map(([key, all]) => groupOf(list, by, key, all, tags)).sort(groupOrder(tags, by));
}

const knownMembers = new WeakMap();

/** The members of groups that an item is. They stay the same objects with their rows, so that the rows of other items are not rendered again. */
function membersOf(item, by) {
  const known = knownMembers.get(item);
  if (known?.by === by) return known.members;
  const members = GROUPS_OF[by](item).map(part => ({ ...part, item }));
  knownMembers.set(item, { by, members });
  return members;
}

/** From the riskiest, see `ChangeKind` in the application. */
const KINDS = ['major', 'minor', 'patch', 'new', 'unknown', 'rebuild'];

/** Tags in their order, other groups by name, and last what has no tag, registry or stack. Kinds have an order of their own. */
function groupOrder(tags, by) {
  if (by === 'kind') return (a, b) => KINDS.indexOf(a.key) - KINDS.indexOf(b.key);
  const rank = new Map(tags.map(({ name }, at) => [name, at]));
  return (a, b) => (a.key === null) - (b.key === null)
    || (by === 'tag' ? (rank.get(a.key) ?? -1) - (rank.get(b.key) ?? -1) : 0) || byText(a.name, b.name);
}

/** Filters the loaded items while the server's answer is pending. Shows all if none matches: the server may find others. */
function filterLocally(items, query) {
  const some = query ? items.filter(item => hasWords(item, query)) : items;
  return some.length > 0 ? some : items;
}

/** True if an item contains all words of a text. */
export const hasWords = ({ text = '' }, words) => words.split(/\s+/).every(word => text.toLowerCase().includes(word));

/** `count` is the server's count if only a part of the group is loaded; `filter` then selects the whole group. */
function groupOf(list, by, key, members, tags) {
  const { name } = members[0];
  const host = by === 'host' ? key : undefined;
  const scope = scopeOf(by, key, name);
  for (const member of members) if (member.row?.scope !== scope) member.row = rowOf(member.item, member.places, by, key, name, scope);
  const rows = members.map(({ row }) => row);
  const counted = list.cursor ? list.counts?.[by]?.find(each => each.key === key)?.count ?? list.total : 0;
  return {
    id: `${by}:${key ?? ''}`,
    key,
    name: name || t.noGroup[by],
    tag: by === 'tag' ? tags.find(({ name }) => name === key) ?? members[0].item.tag : undefined,
    rows,
    count: Math.max(rows.length, counted),
    filter: counted > rows.length ? { host, term: searchTermOf(by, key, name) } : undefined,
  };
}

const scopes = new Map();

/** The scope of the rows of a group: one object, see `requestsFor`. */
function scopeOf(by, key, name) {
  const id = JSON.stringify([by, key, name]);
  if (!scopes.has(id)) scopes.set(id, { host: by === 'host' ? key : undefined, term: by === 'stack' || by === 'kind' ? searchTermOf(by, key, name) : '' });
  return scopes.get(id);
}

/**
 * A row: the waiting `places` of an item in a group, and the `others`, where it is pending as well. `scope` selects the occurrences
 * of the group in a request. `where` names the places: the stack, or hosts. It is undefined if the row stands for the whole image.
 */
function rowOf(item, places, by, key, name, scope) {
  const isSplit = by === 'host' || by === 'stack' || by === 'kind';
  const others = [...item.waiting.filter(each => !places.some(one => isSamePlace(one, each))), ...item.others];
  const inStack = by === 'stack' && key !== null && !others.some(({ stack }) => stack?.toLowerCase() === key);
  const isNamed = by === 'host' || inStack || others.length > 0;
  return {
    id: isSplit ? `${key ?? ''} ${item.image}` : item.image,
    item, places, others, scope, key,
    where: isNamed ? { inStack, names: inStack ? [name] : namesOf(places, others) } : undefined,
  };
}

/** The search term that finds the occurrences of a group. Requests select a host with a member of its own. */
function searchTermOf(by, key, name) {
  if (by === 'none' || by === 'host') return '';
  if (by === 'kind') return `kind:${key}`;
  return key === null && by === 'tag' ? 'tag:none' : `${by}:${quoted(name ?? '')}`;
}
