/** Moves the focus out of a list item that disappears: to a control of the next item, otherwise of the one before, otherwise to the page. */
export function moveFocusFrom(item, selector) {
  if (!item?.contains(document.activeElement)) return;
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  (neighbour?.querySelector(selector) ?? document.querySelector('main')).focus();
}
