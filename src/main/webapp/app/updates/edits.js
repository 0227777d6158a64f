/** What the user did and the last list does not know yet. It is shown at once, until a list that was asked for later. */
export const editOf = (images, patch) => ({ images: new Set(images), patch, saved: false });

export const withEdits = (updates, edits) => edits.length === 0 ? updates : updates.map(update =>
  edits.filter(edit => edit.images.has(update.image)).reduce((edited, { patch }) => ({ ...edited, ...patch }), update));
