import { html } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { get, send } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { t } from '../i18n/index.js';
import { parseReference } from '../images/reference.js';
import { form } from '../ui/form.js';
import { icon } from '../ui/icon.js';

/** The images whose new updates are held back for another time than those with the same tag, or than the server's setting. */
export const loadHolds = () => get('holds');

const nameOf = reference => parseReference(reference).name;

export const holdActions = ({ toasts }, { openDialog, closeDialog, run, submitDialog }) => ({
  /** Asks how long new updates of an image are held back, whatever their tag. */
  async editHold(reference) {
    try {
      const image = withoutTag(reference);
      const { hold = '' } = (await loadHolds()).find(each => each.image === image) ?? {};
      openDialog('editHold', { reference, image, hold });
    } catch ({ message }) {
      toasts.error(message);
    }
  },

  saveHold({ reference, hold: before }, hold) {
    if (hold === before) return closeDialog();
    const set = time => send('PUT', 'holds', { image: reference, hold: time || null });
    return submitDialog(async () => {
      await set(hold);
      toasts.success(hold ? t.heldFor(nameOf(reference), hold) : t.notHeld(nameOf(reference)), () => run(() => set(before), t.toast.undone));
    });
  },
});

function withoutTag(reference) {
  const { path, name } = parseReference(reference);
  return path + name;
}

function holdForm({ dialog }, actions) {
  const { reference, image, hold } = dialog;
  return {
    title: t.holdWhat(nameOf(reference)),
    content: form(dialog, actions, t.save, html`
      <label>${t.hold}<input name="value" maxlength="100" autocomplete="off" autofocus placeholder="minor:2d,major:14d" .defaultValue=${hold}
             aria-describedby="hold-hint form-error"></label>
      <p class="hint" id="hold-hint">${t.holdImageHint(image)}</p>`, value => actions.saveHold(dialog, value.trim())),
  };
}

/** The images with a time of their own. */
export const heldImages = (holds, view, { editHold }) => html`
  <ul class="tag-list" translate="no">${repeat(holds, ({ image }) => image, ({ image, hold }) => {
    const entry = html`<span>${image}</span> <code>${hold}</code>`;
    return html`<li>${hasRole(view, 'editor') ? html`<button class="quiet" aria-label=${t.holdWhat(image)} @click=${() => editHold(image)}>${entry}${icon('edit')}</button>` : html`<p>${entry}</p>`}</li>`;
  })}</ul>`;

export const dialogs = { editHold: holdForm };
