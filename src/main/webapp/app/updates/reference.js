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
export const briefly = images => images.length === 1 ? parseReference(images[0]).name : `${images.length} updates`;

/** The twelve digits that tools print: sha256:b17bd74e8df0a4a5... is b17bd74e8df0. */
export const shortDigest = digest => digest.slice(digest.indexOf(':') + 1).slice(0, 12);
