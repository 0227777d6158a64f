import { KINDS, OVER_A_MONTH } from '../inbox/chips.js';
import { hostName } from '../format/host-name.js';
import { isSilent } from '../format/silence.js';
import { t } from '../i18n/index.js';
import { searchTerm } from '../ui/search-term.js';

/** The keys that are suggested, each with an example. */
const EXAMPLES = { host: 'host:nas', kind: 'kind:major', tag: 'tag:none', is: 'is:snoozed', older: OVER_A_MONTH, newer: 'newer:7d', on: 'on:2026-11-20', stack: 'stack:web', workload: 'workload:web', registry: 'registry:ghcr.io', image: 'image:*/library/*', provider: 'provider:swarm' };

const ages = () => ['12h', '7d', '30d', '12w'].map(value => ({ value }));

/** The values of a key: the text that searches find, the name that is shown, how many updates have it, and a mark for silent hosts. */
const VALUES = {
  host: ({ hosts = [] }) => hosts.map(host => ({
    value: host.host, name: hostName(host), count: host.counts.pending, mark: isSilent(host) && '▲',
  })),
  kind: ({ list }) => KINDS.map(value => ({ value, count: list?.chips?.[value] })),
  tag: ({ tags }) => [...tags.map(({ name, counts }) => ({ value: name, count: counts?.pending })), { value: 'none' }],
  is: ({ counts = {} }) => ['snoozed', 'held', 'muted', 'done', 'rebuild', 'new'].map(value => ({ value, count: counts[value] })),
  provider: () => ['docker', 'swarm', 'kubernetes', 'nomad', 'containerd', 'dockerfile', 'file'].map(value => ({ value })),
  older: ages,
  newer: ages,
  stack: view => counted('stack', view, ({ waiting }) => waiting.map(({ stack }) => stack)),
  workload: view => counted('workload', view, ({ waiting }) => waiting.map(({ workload }) => workload)),
  registry: view => counted('registry', view, ({ registry }) => registry),
};

/** The values with the server's counts, the most frequent first; until these are loaded, the values of loaded updates. */
const counted = (key, { facets, items }, valuesOf) => facets?.[key]
  ? facets[key].filter(({ name }) => name).toSorted((a, b) => b.count - a.count).map(({ name, count }) => ({ value: name, count }))
  : [...new Set(items.flatMap(valuesOf))].filter(Boolean).map(value => ({ value }));

/** The key of the last term of a text, if the server counts its values on request. */
export const facetOf = text => /(?:^|[\s-])(stack|workload|registry):\S*$/i.exec(text)?.[1].toLowerCase();

/** The search with an example in place of the term that the server refused, and that example; undefined if there is none. */
export function mended(query, { key, value } = {}) {
  const term = KINDS.includes(value) ? `kind:${value}` : EXAMPLES[key];
  const better = query.replace(`${key}:${value}`, () => term);
  return term && better !== query ? { term, query: better } : undefined;
}

/** True if a text ends in the first letters of a key. */
export const beginsKey = text => keysOf(LAST_TERM.exec(text)[2] || ' ').length > 0;

const keysOf = word => Object.keys(EXAMPLES).filter(each => each.startsWith(word.toLowerCase()));

/** Splits a text into what comes before the last term, with its minus, and the term: a word, or a key with a value that may be in quotes. */
const LAST_TERM = /^((?:.*?\s)??-?)([\w.]+:"[^"]*|\S*)$/;

const MOST = 12;

/**
 * What the search field suggests for a text: values of an unfinished key, keys that begin with the last word, and for an empty field
 * the last searches. `text` of an option is the term, `becomes` the text of the field with it.
 */
export function completions(text, view, recent) {
  const [, before, term] = LAST_TERM.exec(text);
  const [, key = '', value] = /^(\w+):"?(.*)$/.exec(term) ?? [];
  const keys = text && term.length < 2 ? [] : keysOf(term).map(each => ({ text: `${each}:`, hint: EXAMPLES[each] }));
  const options = Object.hasOwn(VALUES, key) ? ofKey(key, value.toLowerCase(), view).filter(each => each.text !== term).slice(0, MOST)
    : [...text ? [] : recent.map(each => ({ text: each, hint: t.recentSearch })), ...keys];
  return options.map(each => ({ ...each, becomes: before + each.text }));
}

/** Values that begin with the text come before those that contain it. */
function ofKey(key, text, view) {
  const at = ({ name, value }) => `${name ?? ''} ${value}`.trim().toLowerCase().indexOf(text);
  return VALUES[key](view).filter(each => at(each) >= 0).toSorted((a, b) => (at(a) > 0) - (at(b) > 0))
    .map(({ value, name = value, count, mark }) => ({ text: searchTerm(key, value), hint: [name === value ? '' : name, mark, count].join(' ').trim() }));
}
