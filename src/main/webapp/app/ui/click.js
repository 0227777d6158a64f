/** The row with the clicked button; undefined if the button is used by keyboard. */
export const clickedRow = ({ detail, currentTarget }) => detail > 0 ? currentTarget.closest('li') : undefined;

/**
 * Ignores the second click of a double click on a button that changes data: the first one may have moved another button under the
 * pointer.
 */
export const ignoreSecondClicks = () => addEventListener('click', event => {
  if (event.detail > 1 && event.target.closest?.('button[data-needs]')) event.stopPropagation();
}, { capture: true });
