import { html, nothing } from 'lit-html';
import { icon } from './icon.js';
import { t } from '../texts/text.js';

const SHOWN = 8_000;

/** Says briefly what has been done, with Undo, and until it is dismissed what went wrong. */
export function createNotifier(store) {
  let timer;
  let undos = [];

  const hide = () => store.change({ toast: undefined });

  function release() {
    clearTimeout(timer);
    if (!store.state.toast?.isProblem) timer = setTimeout(hide, SHOWN);
  }

  function show(toast) {
    store.change({ toast });
    release();
  }

  return {
    release,
    hold: () => clearTimeout(timer),
    problem: text => show({ text, isProblem: true }),
    forget: undo => { undos = undos.filter(each => each !== undo); },

    success(text, undo) {
      if (undo) undos.push(undo);
      show({ text, canUndo: Boolean(undo) });
    },

    /** Undoes the last of what has not been undone. */
    undo() {
      hide();
      undos.pop()?.();
    },
  };
}

export const toast = ({ toast, arrived }, actions) => html`
  <div class="toasts" @pointerenter=${actions.holdToast} @pointerleave=${actions.releaseToast}
       @focusin=${actions.holdToast} @focusout=${actions.releaseToast}>
    <div class="toast ${!toast || toast.isProblem ? 'unseen' : ''}">
      <p role="status">${toast?.isProblem ? nothing : toast?.text}</p>
      ${toast?.canUndo ? html`<button class="quiet undo" @click=${actions.undo}>${t.undo}<kbd aria-hidden="true">u</kbd></button>` : nothing}
    </div>
    <div class="toast problem ${toast?.isProblem ? '' : 'unseen'}" role="alert">${toast?.isProblem ? problem(toast, actions) : nothing}</div>
    <p class="unseen" role="status">${arrived.size > 0 ? t.newUpdates(arrived.size) : nothing}</p>
  </div>`;

const problem = ({ text }, actions) => html`
  <p>${text}</p>
  <button class="plain" aria-label=${t.dismiss} @click=${actions.dismiss}>${icon('cross')}</button>`;
