import { DAY } from './age.js';

const WORD = /(-?)(?:([a-z]+):)?("[^"]*"|\S+)/gi;

const TEXTS = {
  image: update => update.image,
  registry: update => update.path,
  host: update => update.host,
  workload: update => update.workloads,
  tag: update => update.tag?.name ?? '',
  provider: update => update.provider,
  digest: update => update.digest,
};

const CONDITIONS = {
  is: value => update => [update.status, update.tag ? 'tagged' : 'untagged'].includes(value),
  older: (value, now) => update => now - update.receivedAt >= parseInt(value, 10) * DAY,
};

/** Tells whether an update has every word of the query; host:nas looks at the host only, -nas wants it absent. */
export function matcher(query, now) {
  const conditions = [...query.toLowerCase().matchAll(WORD)].map(word => conditionOf(word, now));
  return update => conditions.every(holds => holds(update));
}

function conditionOf([word, minus, field, value], now) {
  const holds = fieldCondition(field, unquoted(value), now) ?? anywhere(unquoted(word.slice(minus.length)));
  return minus ? update => !holds(update) : holds;
}

/** Undefined where no such field is: in nginx:latest the colon is part of the word. */
function fieldCondition(field, value, now) {
  if (Object.hasOwn(CONDITIONS, field)) return CONDITIONS[field](value, now);
  if (Object.hasOwn(TEXTS, field)) return update => has(TEXTS[field](update), value);
  return undefined;
}

const anywhere = word => update => Object.values(TEXTS).some(read => has(read(update), word));

const has = (text, word) => text.toLowerCase().includes(word);

const unquoted = value => value.replaceAll('"', '');
