import { html, noChange } from 'lit-html';
import { Directive, directive } from 'lit-html/directive.js';
import { icon } from './icon.js';
import { copying } from './copying.js';
import { help } from './help.js';
import { newTag, tagging } from '../tags/dialogs.js';
import { editing, managing, removal } from '../tags/manage.js';
import { t } from '../texts/text.js';
import { snoozing } from '../updates/snoozing.js';

const KINDS = { copying, help, newTag, tag: tagging, tags: managing, editTag: editing, removal, snooze: snoozing };

/** Opens the dialog once it is on the page; when it turns into another one, the focus goes where that begins. */
const modal = directive(class extends Directive {
  render() { return noChange; }

  update({ element }, [kind]) {
    if (kind !== this.kind) queueMicrotask(() => element.open ? element.querySelector('[autofocus]')?.focus() : element.showModal());
    this.kind = kind;
    return noChange;
  }
});

/** The open dialog. A kind, of here or of another part, gives its title and its content. */
export function dialog(view, actions) {
  const kinds = Object.assign({}, KINDS, ...Object.values(view.parts).map(part => part.dialogs));
  const { title, content } = kinds[view.dialog.kind](view, actions);
  return html`
    <dialog aria-labelledby="dialog-title" closedby="any" @cancel=${actions.closeDialog} ${modal(view.dialog.kind)}>
      <header>
        <h2 id="dialog-title">${title}</h2>
        <button class="plain" aria-label=${t.close} @click=${actions.closeDialog}>${icon('cross')}</button>
      </header>
      ${content}
    </dialog>`;
}

/** What went wrong in a dialog, said to who cannot see it, too. */
export const problem = ({ problem }) => html`<p id="problem" class="problem" role="alert">${problem}</p>`;
