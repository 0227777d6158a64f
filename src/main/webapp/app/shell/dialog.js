import { html, noChange, nothing } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';
import { help } from './help.js';
import { icon } from './icon.js';
import { newTag, removal, tagging } from '../tags/dialogs.js';
import { rescueFocus } from '../updates/cursor.js';

const KINDS = { help, newTag, removal, tag: tagging };

/** Opens the dialog once it is on the page. */
const modal = directive(class extends Directive {
  render() { return noChange; }

  update({ element }) {
    if (!this.isOpening) queueMicrotask(() => element.showModal());
    this.isOpening = true;
    return noChange;
  }
});

/** The open dialog, if any. A kind gives its title and its content. */
export function dialog(view, actions) {
  if (!view.dialog) return nothing;
  const { title, content } = KINDS[view.dialog.kind](view, actions);
  return html`
    <dialog aria-labelledby="dialog-title" closedby="any" @cancel=${actions.closeDialog} ${modal()}>
      <header>
        <h2 id="dialog-title">${title}</h2>
        <button class="plain" aria-label="Close" @click=${actions.closeDialog}>${icon('cross')}</button>
      </header>
      ${content}
    </dialog>`;
}

/** Closing gives the focus back to what had it before, unless the page has drawn that anew. */
export function closeDialog(store) {
  document.querySelector('dialog')?.close();
  store.change({ dialog: undefined });
  rescueFocus();
}
