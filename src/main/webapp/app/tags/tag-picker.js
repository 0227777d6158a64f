import { html, nothing } from 'lit-html';
import { tags } from '../core/api.js';
import { t } from '../i18n/index.js';
import { imagesOf } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';

const labelOf = rows => nameOrCount(imagesOf(rows));

/** Chooses the tag of some rows. */
function tagPicker(view, actions) {
  const { rows } = view.dialog;
  const current = new Set(rows.map(({ item }) => item.tag?.id));
  const choice = (tag, at) => html`
    <li><button ?autofocus=${at === 0} aria-current=${current.size === 1 && current.has(tag?.id)} @click=${() => actions.pickTag(rows, tag)}>
      ${tagDot(tag)}<span>${tag?.name ?? t.untagged}</span>${current.has(tag?.id) ? icon('check') : nothing}</button></li>`;
  return {
    title: t.tagWhat(labelOf(rows)),
    content: html`
      <ul class="choices">${[...view.tags, undefined].map(choice)}</ul>
      ${newTagForm(view, false, actions)}`,
  };
}

export const dialogs = {
  pickTag: tagPicker,

  newTag: (view, actions) => ({
    title: t.newTagFor(labelOf(view.dialog.rows)),
    content: newTagForm(view, true, actions),
  }),
};

/** Creates a tag, and assigns it if the dialog is about rows. */
export function newTagForm({ dialog: { rows = [], error }, tags: all }, isFirst, actions) {
  return html`
    <form class="new-tag" @submit=${event => submit(event, rows, all, actions)}>
      <label for="tag-name">${t.tagName}</label>
      <input id="tag-name" name="name" required maxlength="200" autocomplete="off" ?autofocus=${isFirst}
             aria-invalid=${Boolean(error)} aria-describedby="tag-error">
      <button class="primary">${rows.length > 0 ? t.createAndTag : t.create}</button>
      <p id="tag-error" class="form-error" role="alert">${error}</p>
    </form>`;
}

/** Assigns an existing tag if there is one of this name. */
function submit(event, rows, all, actions) {
  event.preventDefault();
  const name = event.target.elements.name.value.trim();
  if (rows.length === 0) return actions.submitDialog(() => tags.create({ name }), t.toast.created(name));
  return actions.submitDialog(async () => actions.assign(rows, all.find(tag => tag.name === name) ?? await tags.create({ name })));
}
