import { html } from 'lit-html';

/**
 * Radio buttons for a few values.
 *
 * @param {string} name that of the radio buttons, unique on the page
 * @param {Object<string, string>} texts the text of each value
 * @param {function(string): void} choose is called with the value that is chosen
 */
export const choices = (name, label, texts, current, choose) => html`
  <fieldset class="segments">
    <legend>${label}</legend>
    ${Object.entries(texts).map(([value, text]) => html`
      <label><input type="radio" name=${name} .checked=${current === value} @change=${() => choose(value)}><span>${text}</span></label>`)}
  </fieldset>`;
