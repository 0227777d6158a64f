/** Focuses the row under the cursor. */
export const focusCursor = () => document.querySelector('.update.cursor')?.focus();

/** Restores focus to the list when the focused element is removed or hidden. */
export function restoreFocus() {
  if (document.activeElement !== document.body && document.activeElement.checkVisibility({ visibilityProperty: true })) return;
  (document.querySelector('.update.cursor') ?? document.querySelector('main')).focus({ preventScroll: true });
}
