import { html, noChange, nothing } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';
import { icon } from './icon.js';
import { newTag, tagging } from '../tags/dialogs.js';
import { t } from '../texts/text.js';
import { rescueFocus } from '../updates/cursor.js';
import { snoozing } from '../updates/snoozing.js';

const KINDS = { newTag, tag: tagging, snooze: snoozing };

/** Opens the dialog once it is on the page. */
const modal = directive(class extends Directive {
  render() { return noChange; }

  update({ element }) {
    if (!this.isOpening) queueMicrotask(() => element.showModal());
    this.isOpening = true;
    return noChange;
  }
});

/** The open dialog, if any. A kind, of here or of a part that was fetched, gives its title and its content. */
export function dialog(view, actions) {
  if (!view.dialog) return nothing;
  const kinds = Object.assign({}, KINDS, ...Object.values(view.parts).map(({ dialogs }) => dialogs));
  const { title, content } = kinds[view.dialog.kind](view, actions);
  return html`
    <dialog aria-labelledby="dialog-title" closedby="any" @cancel=${actions.closeDialog} ${modal()}>
      <header>
        <h2 id="dialog-title">${title}</h2>
        <button class="plain" aria-label=${t.close} @click=${actions.closeDialog}>${icon('cross')}</button>
      </header>
      ${content}
    </dialog>`;
}

/** What went wrong in a dialog, said to who cannot see it, too. */
export const problem = ({ problem }) => html`<p id="problem" class="problem" role="alert">${problem}</p>`;

/** Closing gives the focus back to what had it before, unless the page has drawn that anew. */
export function closeDialog(store) {
  document.querySelector('dialog')?.close();
  store.change({ dialog: undefined });
  rescueFocus();
}
