import { parseReference } from './reference.js';
import { t } from '../i18n/index.js';

/** The actor of newer versions, which mark older ones as done. */
export const SUPERSEDED = 'superseded';

/** "3 marked as done": what an action has changed. */
export const pastText = ({ kind, count }) => t.pastOf[kind](count);

/** The names of the first images of an action, and how many there are besides. */
export function pastNames({ images, count }) {
  const names = images.map(image => parseReference(image).name).join(', ');
  return count > images.length ? `${names} ${t.andMore(count - images.length)}` : names;
}
