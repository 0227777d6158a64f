import { t } from '../texts/text.js';

const DIGEST = /@([\w.+-]+:[0-9a-f]+)$/i;

/** Splits registry.lan:5000/team/api:1.4.2 into where it lives, what one calls it, and which one it is (:1.4.2). */
export function parseReference(image) {
  const digest = DIGEST.exec(image)?.[1];
  const tagged = digest ? image.slice(0, -digest.length - 1) : image;
  const start = tagged.lastIndexOf('/') + 1;
  const colon = tagged.lastIndexOf(':');
  const end = colon > start ? colon : tagged.length;
  const version = tagged.slice(end) || (digest ? `@${shortDigest(digest)}` : '');
  return { path: tagged.slice(0, start), name: tagged.slice(start, end) || image, version };
}

/** "postgres", or "3 updates". */
export const briefly = images => images.length === 1 ? parseReference(images[0]).name : t.updates(images.length);

/** The twelve digits that tools print: sha256:b17bd74e8df0a4a5... is b17bd74e8df0. */
export const shortDigest = digest => digest?.slice(digest.indexOf(':') + 1).slice(0, 12) ?? '';

export const pullOf = image => `docker pull ${image}`;

/** An image as the API has it, made ready to be shown; `image` is its full reference. */
export function itemOf(answer) {
  const image = answer.image.reference;
  return {
    ...answer,
    image,
    registry: answer.image.registry,
    ...parseReference(image),
    link: safeLink(answer.hub_link),
    built: knownTime(answer.created),
    since: Date.parse(answer.pending_since),
    waiting: answer.occurrences.filter(({ state }) => state === 'pending'),
  };
}

/** The item without what runs on a host, or undefined if it then runs nowhere. */
export function withoutHost(item, host, workload) {
  const isThere = each => each.host === host && (workload === undefined || each.workload === workload);
  const waiting = item.waiting.filter(each => !isThere(each));
  return waiting.length > 0 ? { ...item, waiting } : undefined;
}

/** The hosts it waits on, each once, by what people call them. */
export const hostsOf = ({ waiting }) => [...new Map(waiting.map(each => [each.host, each.host_name || each.host]))];

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
