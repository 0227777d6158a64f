import { html, nothing } from 'lit-html';
import { restoreFocus } from './focus.js';
import { icon } from './icon.js';
import { t } from '../i18n/index.js';

const SHOWN_MS = 8_000;

/**
 * Shows short messages. A success disappears after some seconds and may offer Undo; a further one without Undo appears beside it.
 * Errors have a place of their own and stay until they are dismissed.
 */
export function createToasts(store) {
  const timers = {};
  let undos = [];

  const hide = kind => store.change({ [kind]: undefined });
  const dismiss = text => store.change(({ problems }) => ({ problems: problems.filter(each => each !== text) }));
  const hold = () => Object.values(timers).forEach(clearTimeout);

  function hideSoon(kind) {
    clearTimeout(timers[kind]);
    timers[kind] = setTimeout(hide, SHOWN_MS, kind);
  }

  return {
    /** Keeps the messages while the pointer or the focus is on them. */
    hold,
    release: () => Object.keys(timers).forEach(hideSoon),
    dismiss,
    error: text => store.change(({ problems }) => ({ problems: [...problems.filter(each => each !== text), text] })),

    /** Makes an action undoable before its message is shown. That of the action before goes: its Undo would be for this one. */
    begin(undo) {
      undos.push(undo);
      hide('toast');
    },

    success(text, undo) {
      if (undo && !undos.includes(undo)) undos.push(undo);
      const kind = !undo && store.state.toast?.undo ? 'notice' : 'toast';
      store.change(kind === 'toast' ? { toast: { text, undo }, notice: undefined } : { notice: { text } });
      hideSoon(kind);
    },

    /** Removes an undo whose action failed. */
    dropUndo(undo) {
      undos = undos.filter(each => each !== undo);
      if (undo === store.state.toast?.undo) hide('toast');
    },

    /** Undoes the last action that is not undone yet, and returns whether there is one. The button disappears with its message. */
    undo() {
      const undo = undos.pop();
      hide('toast');
      restoreFocus();
      undo?.();
      return Boolean(undo);
    },
  };
}

export const toastActions = ({ toasts }) => ({
  holdToast: toasts.hold, releaseToast: toasts.release, dismissProblem: toasts.dismiss,
});

export const toast = ({ toast, notice, problems, arrived }, actions) => html`
  <div class="toasts" @pointerenter=${actions.holdToast} @pointerleave=${actions.releaseToast}
       @focusin=${actions.holdToast} @focusout=${actions.releaseToast}>
    <div class="problems" role="alert" aria-atomic="false">${problems.map(text => html`
      <div class="toast problem"><p>${text}</p>
        <button class="plain" aria-label=${t.dismiss} @click=${() => actions.dismissProblem(text)}>${icon('cross')}</button></div>`)}</div>
    <div class="toast ${notice ? '' : 'visually-hidden'}"><p class="notice" role="status">${notice?.text}</p></div>
    <div class="toast ${toast ? '' : 'visually-hidden'}">
      <p role="status">${toast?.text}</p>
      ${toast?.undo ? html`<button class="quiet undo" @click=${actions.undo}>${t.undo}<kbd aria-hidden="true">u</kbd></button>` : nothing}
    </div>
    <p class="visually-hidden" role="status">${arrived.size > 0 ? t.newUpdates(arrived.size) : nothing}</p>
  </div>`;
