/**
 * What the user did and the last list does not know yet. It is shown at once, until a list that was asked for later.
 * `apply` gives the image as it will be, or undefined if it no longer waits.
 */
export const editOf = (images, apply) => ({ images: new Set(images), apply, saved: false });

export const withEdits = (items, edits) => edits.length === 0 ? items : items
  .map(item => edits.filter(edit => edit.images.has(item.image)).reduce((edited, { apply }) => edited && apply(edited), item))
  .filter(Boolean);
