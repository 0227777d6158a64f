import { html, nothing } from 'lit-html';
import { icon } from './icon.js';
import { t } from '../i18n/index.js';

const SHOWN_MS = 8_000;

/** Shows short messages. A success disappears after some seconds and may offer Undo; an error stays until it is dismissed. */
export function createToasts(store) {
  let timer;
  let undos = [];

  const hide = () => store.change({ toast: undefined });

  function release() {
    clearTimeout(timer);
    if (!store.state.toast?.isError) timer = setTimeout(hide, SHOWN_MS);
  }

  function show(toast) {
    store.change({ toast });
    release();
  }

  return {
    /** Keeps the message while the pointer or the focus is on it. */
    hold: () => clearTimeout(timer),
    release,
    dismiss: hide,
    error: text => show({ text, isError: true }),

    success(text, undo) {
      if (undo) undos.push(undo);
      show({ text, canUndo: Boolean(undo) });
    },

    /** Removes an undo whose action failed. */
    dropUndo: undo => { undos = undos.filter(each => each !== undo); },

    /** Undoes the last action that is not undone yet. */
    undo() {
      hide();
      undos.pop()?.();
    },
  };
}

export const toastActions = ({ toasts }) => ({
  holdToast: toasts.hold, releaseToast: toasts.release, dismissToast: toasts.dismiss, undo: toasts.undo,
});

export const toast = ({ toast, arrived }, actions) => html`
  <div class="toasts" @pointerenter=${actions.holdToast} @pointerleave=${actions.releaseToast}
       @focusin=${actions.holdToast} @focusout=${actions.releaseToast}>
    <div class="toast ${!toast || toast.isError ? 'visually-hidden' : ''}">
      <p role="status">${toast?.isError ? nothing : toast?.text}</p>
      ${toast?.canUndo ? html`<button class="quiet undo" @click=${actions.undo}>${t.undo}<kbd aria-hidden="true">u</kbd></button>` : nothing}
    </div>
    <div class="toast problem ${toast?.isError ? '' : 'visually-hidden'}" role="alert">${toast?.isError ? error(toast, actions) : nothing}</div>
    <p class="visually-hidden" role="status">${arrived.size > 0 ? t.newUpdates(arrived.size) : nothing}</p>
  </div>`;

const error = ({ text }, actions) => html`
  <p>${text}</p>
  <button class="plain" aria-label=${t.dismiss} @click=${actions.dismissToast}>${icon('cross')}</button>`;
