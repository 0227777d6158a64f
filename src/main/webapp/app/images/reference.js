import { t } from '../i18n/index.js';

const DIGEST = /@([\w.+-]+:[0-9a-f]+)$/i;

/** Splits registry.lan:5000/team/api:1.4.2 into its path, its name and its version (:1.4.2). */
export function parseReference(image) {
  const digest = DIGEST.exec(image)?.[1];
  const tagged = digest ? image.slice(0, -digest.length - 1) : image;
  const start = tagged.lastIndexOf('/') + 1;
  const colon = tagged.lastIndexOf(':');
  const end = colon > start ? colon : tagged.length;
  const version = tagged.slice(end) || (digest ? `@${shortDigest(digest)}` : '');
  return { path: tagged.slice(0, start), name: tagged.slice(start, end) || image, version };
}

/** "postgres" for one image, "3 updates" for several. */
export const nameOrCount = images => images.length === 1 ? parseReference(images[0]).name : t.updates(images.length);

/** The first twelve digits of a digest, as Docker prints them. */
export const shortDigest = digest => digest?.slice(digest.indexOf(':') + 1).slice(0, 12) ?? '';

/** Returns the link if it is a web address. The publisher of an image chooses it, so it is untrusted. */
export function safeLink(link) {
  const url = URL.parse(link);
  return ['http:', 'https:'].includes(url?.protocol) ? url.href : undefined;
}

/** The address of the details of an image. */
export const imageUrl = reference => `?${new URLSearchParams({ image: reference })}`;
