/** Moves the focus to the element of the first selector that is visible. */
export const moveTo = (selectors, options) => selectors.map(each => document.querySelector(each)).find(each => each?.checkVisibility())?.focus(options);

/** Focuses the link of the row under the cursor, or the details that hide it. */
export const focusCursor = () => moveTo(['.update.cursor > .name', '#details-title']);

/** Restores focus to the list, or the details that hide it, when the focused element is removed or hidden. */
export function restoreFocus() {
  if (document.activeElement !== document.body && document.activeElement.checkVisibility({ visibilityProperty: true })) return;
  moveTo(['.update.cursor > .name', '#details-title', 'main'], { preventScroll: true });
}

/** Renders. The focus stays on an element that moves. If the element is removed, its place in the details gets the focus, otherwise the list. */
export function keepFocus(render) {
  const { activeElement: focused } = document;
  const place = focused?.closest('.place');
  render();
  if (focused === document.body || document.activeElement !== document.body) return;
  if (focused?.isConnected) return focused.focus({ preventScroll: true });
  place?.querySelector('button')?.focus();
  if (document.activeElement === document.body) restoreFocus();
}
