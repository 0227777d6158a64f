import { parseReference } from './reference.js';

/** The API's answer, an object keyed by image, as a list. */
export const updatesOf = answer => Object.entries(answer).map(([image, entry]) => updateOf(image, entry));

function updateOf(image, { event, received_at, acknowledged, tag }) {
  return {
    image,
    ...parseReference(image),
    host: textOf(event.hostname),
    workloads: textOf(event.metadata?.ctn_names),
    provider: textOf(event.provider),
    status: textOf(event.status),
    digest: textOf(event.digest),
    link: safeLink(event.hub_link),
    built: knownTime(event.created),
    receivedAt: Date.parse(received_at),
    acknowledged,
    tag,
  };
}

/** Anything may be sent in place of a text, or nothing. */
const textOf = value => typeof value === 'string' ? value : '';

/** The publisher of an image chooses its link, so only an ordinary web address may become one. */
export function safeLink(link) {
  const url = URL.parse(link);
  return ['http:', 'https:'].includes(url?.protocol) ? url.href : undefined;
}

/** Images built without a clock say year 1 or 1970, which tells nothing. */
export function knownTime(created) {
  const time = Date.parse(created);
  return new Date(time).getUTCFullYear() > 1970 ? time : undefined;
}
