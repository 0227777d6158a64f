/**
 * An optimistic update: a change that the user made and that the list does not contain yet. It applies until the first list
 * that was requested after it was saved.
 *
 * @param {string[]} images the references of the images
 * @param {function(object): object|undefined} apply returns the changed item, or undefined if it is no longer pending
 */
export const pendingEdit = (images, apply) => ({ images: new Set(images), apply, saved: false });

/** The items with all edits applied in their order. */
export const withEdits = (items, edits) => edits.length === 0 ? items : items
  .map(item => edits.filter(edit => edit.images.has(item.image)).reduce((edited, { apply }) => edited && apply(edited), item))
  .filter(Boolean);
