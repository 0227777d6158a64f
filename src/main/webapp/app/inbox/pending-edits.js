/**
 * An optimistic update: a change that the user made and that the list does not contain yet. It applies until the first list
 * that was requested after it was saved. `hold` says why its rows stay on the page although they no longer belong to the list:
 * `clicked` for a moment after a click, `unconfirmed` while the server does not answer, and `unsent` until the user has signed in again.
 *
 * @param {string[]} images the references of the images
 * @param {function(object): object|undefined} apply returns the changed item, or undefined if it leaves the list
 * @param {string} [kind] of the action, such as `snoozes`
 */
export const pendingEdit = (images, apply, kind) => ({ images: new Set(images), apply, kind, saved: false, hold: undefined });

/** The items with all edits applied in their order, without those that no longer belong to the list. */
export const withEdits = (items, edits) => edited(items, edits, ({ apply }, item) => apply(item));

/** The items with all edits applied, and with those of a row which stays on the page. */
export const withShownEdits = (items, edits) => edited(items, edits, ({ apply, hold }, item) => {
  const changed = apply(item);
  return hold && changed?.waiting.length !== item.waiting.length ? item : changed;
});

const edited = (items, edits, apply) => edits.length === 0 ? items : items
  .map(item => editsOf(item, edits).reduce((left, edit) => left && apply(edit, left), item))
  .filter(item => item?.waiting.length > 0);

/** One item with all edits applied, even if it no longer belongs to the list. */
export const withEditsOf = (item, edits) => editsOf(item, edits).reduce((left, { apply }) => apply(left) ?? left, item);

const editsOf = ({ image }, edits) => edits.filter(({ images }) => images.has(image));
