import { t } from '../i18n/index.js';
import { parseReference, safeLink } from './reference.js';

/**
 * Converts an image of the API to an item of the page; `image` is its full reference. `waiting` are the occurrences that the search
 * found: pending ones, unless it names another state. `others` are pending as well, but the search does not find them.
 */
export function itemOf(answer) {
  const image = answer.image.reference;
  return {
    ...answer,
    image,
    registry: answer.image.registry,
    ...parseReference(image),
    link: safeLink(answer.hub_link),
    built: Date.parse(answer.created) || undefined,
    since: Date.parse(answer.pending_since),
    waiting: answer.occurrences.filter(({ found }) => found),
    others: answer.occurrences.filter(({ state, found }) => state === 'pending' && !found),
  };
}

/** The images of rows, each once. */
export const imagesOf = rows => [...new Set(rows.map(({ item }) => item.image))];

/** Removes pending occurrences. Returns undefined if none is left that the search found. */
export function withoutOccurrences(item, removed) {
  const [waiting, others] = [item.waiting, item.others].map(all => all.filter(each => !removed.some(one => isSamePlace(one, each))));
  return waiting.length > 0 ? { ...item, waiting, others } : undefined;
}

/** True if two occurrences of an image are on the same host and in the same workload. */
export const isSamePlace = (a, b) => a.host === b.host && a.workload === b.workload;

/** The names of the occurrences' hosts, each once. */
export const hostNamesOf = occurrences => [...new Map(occurrences.map(each => [each.host, hostNameOf(each)])).values()];

export const hostNameOf = ({ host, host_name: name }) => name || host || t.noHost;

/** "nas · web": the host and the workload of an occurrence. */
export const placeOf = occurrence => [hostNameOf(occurrence), occurrence.workload].filter(Boolean).join(' · ');
