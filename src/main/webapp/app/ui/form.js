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
