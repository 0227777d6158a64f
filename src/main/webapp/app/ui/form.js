import { html } from 'lit-html';
import { t } from '../i18n/index.js';

/** The error of a dialog's form; screen readers announce it. */
export const formError = ({ error }) => html`<p id="form-error" class="form-error" role="alert">${error}</p>`;

/** Cancel, and the button that submits a dialog's form. */
export const formButtons = (label, actions) => html`
  <div class="answers">
    <button type="button" @click=${actions.closeDialog}>${t.cancel}</button>
    <button class="primary">${label}</button>
  </div>`;

/** A form with one value: its fields, one of them named `value`, and a function that submits it. */
export const form = (dialog, actions, label, fields, submit) => html`
  <form class="fields" @submit=${event => {
    event.preventDefault();
    submit(event.target.elements.value.value);
  }}>
    ${fields}
    ${formError(dialog)}
    ${formButtons(label, actions)}
  </form>`;
