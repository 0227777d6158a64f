/**
 * An optimistic update: a change that the user made and that the list does not contain yet. It applies until the first list
 * that was requested after it was saved. `hold` says why its rows stay on the page although they are no longer pending: `done`
 * for a moment after a click, `unconfirmed` while the server does not answer.
 *
 * @param {string[]} images the references of the images
 * @param {function(object): object|undefined} apply returns the changed item, or undefined if it is no longer pending
 */
export const pendingEdit = (images, apply) => ({ images: new Set(images), apply, saved: false, hold: undefined });

/** The items with all edits applied in their order. */
export const withEdits = (items, edits) => edited(items, edits, ({ apply }, item) => apply(item));

/** The items with all edits applied, without those that remove a row which stays on the page. */
export const withShownEdits = (items, edits) => edited(items, edits, ({ apply, hold }, item) => {
  const changed = apply(item);
  return hold && changed?.waiting.length !== item.waiting.length ? item : changed;
});

const edited = (items, edits, apply) => edits.length === 0 ? items : items
  .map(item => edits.filter(edit => edit.images.has(item.image)).reduce((left, edit) => left && apply(edit, left), item))
  .filter(Boolean);
