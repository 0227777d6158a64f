import { html, nothing } from 'lit-html';

/**
 * The suggestions below a text field: the popup of the ARIA pattern combobox. The focus stays in the field.
 *
 * @param {{text: string, hint?: string}[]} options
 * @param {number} at the active option, or -1
 * @param {function(object)} take
 */
export const listbox = (id, label, options, at, take) => html`
  <ul class="listbox" id=${id} role="listbox" aria-label=${label} ?hidden=${options.length === 0} @pointerdown=${event => event.preventDefault()}>
    ${options.map((option, index) => html`
      <li id="${id}-${index}" role="option" aria-selected=${index === at} @click=${() => take(option)}>
        <b>${option.text}</b> <span>${option.hint ?? nothing}</span></li>`)}
  </ul>`;

/** The id of the active option, for `aria-activedescendant`. */
export const activeId = (id, at) => at < 0 ? nothing : `${id}-${at}`;

/**
 * Handles the keys of a combobox and returns whether the key was one. The arrow keys move through the options and back to the
 * field, Enter takes the active option, and Tab the active one or the first.
 *
 * @param {{options: object[], at: number, move: function(number), take: function(object), close: function}} box
 */
export function onComboboxKey(event, { options, at, move, take, close }) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const taken = event.key === 'Enter' ? options[at] : event.key === 'Tab' && !event.shiftKey ? options[Math.max(at, 0)] : undefined;
  if (options.length === 0) return false;
  if (by) move((at + 1 + by + options.length + 1) % (options.length + 1) - 1);
  else if (taken) take(taken);
  else if (event.key === 'Escape') close();
  else return false;
  event.preventDefault();
  return true;
}
