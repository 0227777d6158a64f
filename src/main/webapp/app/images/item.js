import { hostName } from '../format/host-name.js';
import { formatDateTime, relativeTime } from '../format/time.js';
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

/**
 * An item after an action on some of its occurrences: the search no longer finds those whose state changes.
 *
 * @param {object} [values] the members that describe their new state; undefined if they are removed
 */
export function withChanged(item, changed, values) {
  const isChanged = each => changed.some(one => isSamePlace(one, each));
  const leaves = each => isChanged(each) && each.state !== values?.state;
  const [waiting, others] = [item.waiting, item.others].map(all => all.filter(each => !leaves(each)));
  const occurrences = item.occurrences.flatMap(each => !isChanged(each) ? each : values ? { ...each, ...values } : []);
  return { ...item, waiting, others, occurrences };
}

/** True if two occurrences of an image are on the same host and in the same workload. */
export const isSamePlace = (a, b) => a.host === b.host && a.workload === b.workload;

/** Identifies occurrences of an image, among those of all images. */
export const placeKeys = (image, occurrences) => occurrences.map(({ host, workload }) => JSON.stringify([image, host, workload]));

/** The state of an image or occurrence as the page names it: those that are held back are snoozed for the API. */
export const shownState = ({ state, held }) => held ? 'held' : state;

/** "until the next digest": the end of the snooze of an image or occurrence. */
export const untilText = ({ snoozed_until: until }) => t.snoozedUntil(until === 'next-digest' ? t.nextDigest : formatDateTime(until));

/** "done 2h ago by ada": when and by whom an image or occurrence was marked as done. */
export const doneText = ({ acknowledged_at: at, acknowledged_by: by }, now) => [t.doneSince(relativeTime(at, now)), by && t.by(by)].filter(Boolean).join(' ');

/** The names of the occurrences' hosts, each once. */
export const hostNamesOf = occurrences => [...new Map(occurrences.map(each => [each.host, hostNameOf(each)])).values()];

export const hostNameOf = ({ host, host_name: name }) => hostName({ host, name });

/** "nas · web": the host and the workload of an occurrence. */
export const placeOf = occurrence => [hostNameOf(occurrence), occurrence.workload].filter(Boolean).join(' · ');
