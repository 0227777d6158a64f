import { parseReference, safeLink } from './reference.js';

/**
 * Converts an image of the API to an item of the page; `image` is its full reference, `waiting` its pending occurrences, or
 * those that a search for another state finds.
 */
export function itemOf(answer) {
  const image = answer.image.reference;
  const pending = answer.occurrences.filter(({ state }) => state === 'pending');
  return {
    ...answer,
    image,
    registry: answer.image.registry,
    ...parseReference(image),
    link: safeLink(answer.hub_link),
    built: Date.parse(answer.created) || undefined,
    since: Date.parse(answer.pending_since),
    waiting: pending.length > 0 ? pending : answer.occurrences.filter(({ found }) => found),
  };
}

/** The images of rows, each once. */
export const imagesOf = rows => [...new Set(rows.map(({ item }) => item.image))];

/** Removes the pending occurrences on a host, or of one workload on it. Returns undefined if no pending one is left. */
export function withoutOccurrence(item, host, workload) {
  const matches = each => each.host === host && (workload === undefined || each.workload === workload);
  const waiting = item.waiting.filter(each => !matches(each));
  return waiting.length > 0 ? { ...item, waiting } : undefined;
}

/** The hosts with pending occurrences, each once: [host, display name]. */
export const hostsOf = ({ waiting }) => [...new Map(waiting.map(each => [each.host, each.host_name || each.host]))];
