import { viewOf } from './view.js';

/** The image by that many rows further down, or up; the first one if the cursor is nowhere. */
export function stepped(state, by) {
  const images = imagesShown(state);
  const at = images.indexOf(state.cursor) + by;
  return images[Math.min(Math.max(at, 0), images.length - 1)];
}

/** These images are about to go from their place: the cursor moves on, and they are no longer selected. */
export function leave(store, images) {
  store.change(state => ({
    cursor: cursorWithout(state, images),
    selected: state.selected.difference(new Set(images)),
  }));
}

/** The next row that stays, else the one before. */
export function cursorWithout(state, images) {
  const shown = imagesShown(state);
  const start = shown.includes(state.cursor) ? state.cursor : images[0];
  const stays = image => !images.includes(image);
  return shown.slice(shown.indexOf(start)).find(stays) ?? shown.findLast(stays);
}

const imagesShown = state => viewOf(state).shown.map(update => update.image);

export const focusCursor = () => document.querySelector('.update.cursor')?.focus();

/** Whoever works with the keyboard must not be thrown to the top of the page when what had the focus has gone. */
export function rescueFocus() {
  if (document.activeElement !== document.body) return;
  (document.querySelector('.update.cursor') ?? document.querySelector('main')).focus({ preventScroll: true });
}
