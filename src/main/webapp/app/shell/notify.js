import { html, nothing } from 'lit-html';
import { icon } from './icon.js';

const SHOWN = 5_000;

/** Says briefly what has been done, and until it is dismissed what went wrong. */
export function createNotifier(store) {
  let timer;

  function show(toast) {
    clearTimeout(timer);
    store.change({ toast });
    if (!toast.isProblem) timer = setTimeout(() => store.change({ toast: undefined }), SHOWN);
  }

  return {
    success: text => show({ text, isProblem: false }),
    problem: text => show({ text, isProblem: true }),
  };
}

export const toast = ({ toast, arrived }, actions) => html`
  <div class="toasts">
    <p class="toast" role="status">${toast?.isProblem ? nothing : toast?.text}</p>
    <div class="toast problem" role="alert">${toast?.isProblem ? problem(toast, actions) : nothing}</div>
    <p class="unseen" role="status">${arrived.size > 0 ? newText(arrived.size) : nothing}</p>
  </div>`;

const problem = ({ text }, actions) => html`
  <p>${text}</p>
  <button class="plain" aria-label="Dismiss" @click=${actions.dismiss}>${icon('cross')}</button>`;

const newText = count => count === 1 ? '1 new update' : `${count} new updates`;
