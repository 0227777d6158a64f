/** The row with the clicked button; undefined if the button is used by keyboard. */
export const clickedRow = ({ detail, currentTarget }) => detail > 0 ? currentTarget.closest('li') : undefined;

/** Performs the action of a link. A click with a modifier opens a tab or window, as on any link. */
export function follow(event, action) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  action();
}

/**
 * Ignores the second click of a double click on a button that changes data: the first one may have moved another button under the
 * pointer.
 */
export const ignoreSecondClicks = () => addEventListener('click', event => {
  if (event.detail > 1 && event.target.closest?.('button[data-needs]')) event.stopPropagation();
}, { capture: true });
