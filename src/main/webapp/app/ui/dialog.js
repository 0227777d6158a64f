import { html, noChange } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';
import { restoreFocus } from './focus.js';
import { icon } from './icon.js';
import { enqueue } from '../core/api.js';
import { t } from '../i18n/index.js';

/** Opens the dialog once it is on the page. If it turns into another kind, focus moves to that kind's first field. */
const modal = directive(class extends Directive {
  render() { return noChange; }

  update({ element }, [kind]) {
    if (kind !== this.kind) queueMicrotask(() => element.open ? element.querySelector('[autofocus]')?.focus() : element.showModal());
    this.kind = kind;
    return noChange;
  }
});

/**
 * The open dialog.
 *
 * @param {Object<string, function(object, object): {title: string, content: object}>} kinds the dialogs of all features, by name
 */
export function dialog(kinds, view, actions) {
  const { title, content } = kinds[view.dialog.kind](view, actions);
  return html`
    <dialog id="dialog" aria-labelledby="dialog-title" closedby="any" @cancel=${actions.leaveDialog} ${modal(view.dialog.kind)}>
      <header>
        <h2 id="dialog-title">${title}</h2>
        <button class="plain" aria-label=${t.close} @click=${actions.leaveDialog}>${icon('cross')}</button>
      </header>
      ${content}
    </dialog>`;
}

/** Opening and closing dialogs, and running their requests. */
export function dialogActions({ store, toasts, sync }) {
  const openDialog = (kind, values) => store.change({ dialog: { ...values, kind } });

  /** Closes the dialog and performs what was chosen in it, in one rendering. Returns focus to the element that had it before, or to the list if that is gone. */
  function answerDialog(perform) {
    document.querySelector('#dialog')?.close();
    store.batch(() => {
      store.change({ dialog: undefined });
      perform?.();
    });
    restoreFocus();
  }

  const closeDialog = () => answerDialog();

  /** Closes the dialog, unless it is held: then the next attempt closes it. */
  function leaveDialog(event) {
    if (!store.state.dialog.isHeld) return closeDialog();
    event.preventDefault();
    store.change(({ dialog }) => ({ dialog: { ...dialog, isHeld: false } }));
  }

  /** Runs a request. An error goes to the open dialog if there is one, otherwise to a toast. */
  async function run(work, success) {
    try {
      await enqueue(work);
      if (success) toasts.success(success);
      sync.refresh({ isForced: true });
    } catch ({ message, status }) {
      if (status === 401) sync.refresh(); // says that the session has expired
      if (store.state.dialog) store.change(({ dialog }) => ({ dialog: { ...dialog, error: message } }));
      else toasts.error(message);
    }
  }

  /** Runs a request and closes the dialog if it succeeds. */
  const submitDialog = (work, success) => run(async () => {
    await work();
    closeDialog();
  }, success);

  return { openDialog, answerDialog, closeDialog, leaveDialog, run, submitDialog };
}
