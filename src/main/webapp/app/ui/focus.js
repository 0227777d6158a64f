/** Focuses the row under the cursor. */
export const focusCursor = () => document.querySelector('.update.cursor')?.focus();

/** Restores focus to the list when the focused element is removed or hidden. */
export function restoreFocus() {
  if (document.activeElement !== document.body && document.activeElement.checkVisibility({ visibilityProperty: true })) return;
  (document.querySelector('.update.cursor') ?? document.querySelector('main')).focus({ preventScroll: true });
}

/** Moves the focus out of a list item that disappears: to a control of the next item, otherwise of the one before, otherwise to the page. */
export function moveFocusFrom(item, selector) {
  if (!item?.contains(document.activeElement)) return;
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  (neighbour?.querySelector(selector) ?? document.querySelector('main')).focus();
}

/** Renders. If that removes the focused element, its place in the details gets the focus, otherwise the list. */
export function keepFocus(render) {
  const { activeElement: focused } = document;
  const place = focused?.closest('.place');
  render();
  if (focused === document.body || document.activeElement !== document.body) return;
  place?.querySelector('button')?.focus();
  if (document.activeElement === document.body) restoreFocus();
}
