import { html, nothing } from 'lit-html';
import { tags } from '../core/api.js';
import { t } from '../i18n/index.js';
import { imagesOf } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { formError } from '../ui/form.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';

const labelOf = rows => nameOrCount(imagesOf(rows));

const isSame = (a, b) => a.toLowerCase() === b.toLowerCase();

/** Finds the tag of some rows by a part of its name, or creates it. The arrow keys move between the field and the tags. */
function tagPicker(view, actions) {
  const { dialog, tags: all } = view;
  const { rows, name = '', error } = dialog;
  const current = new Set(rows.map(({ item }) => item.tag?.id));
  const words = name.trim();
  const choice = (content, choose, isCurrent = false) => html`<li><button type="button" aria-current=${isCurrent} @click=${choose}>${content}${isCurrent ? icon('check') : nothing}</button></li>`;
  const assign = tag => () => actions.pickTag(rows, tag);
  const create = () => actions.submitDialog(async () => actions.assign(rows, await tags.create({ name: words })));
  const find = event => actions.openDialog('pickTag', { rows, name: event.target.value });
  return {
    title: t.tagWhat(labelOf(rows)),
    content: html`
      <form @submit=${takeFirst} @keydown=${moveFocus}>
        <input name="tag" maxlength="200" autocomplete="off" autofocus placeholder=${t.findTag} aria-label=${t.findTag} aria-describedby="form-error" .value=${name} @input=${find}>
        <ul class="choices">
          ${all.filter(tag => tag.name.toLowerCase().includes(words.toLowerCase()))
    .map(tag => choice(html`${tagDot(tag)}<span>${tag.name}</span>`, assign(tag), current.size === 1 && current.has(tag.id)))}
          ${words && !all.some(tag => isSame(tag.name, words)) ? choice(html`${icon('plus')}<span>${t.createTag(words)}</span>`, create) : nothing}
          ${[...current].some(Boolean) ? choice(html`${icon('cross')}<span>${t.removeTag}</span>`, assign()) : nothing}
        </ul>
        ${formError({ error })}
      </form>`,
  };
}

function takeFirst(event) {
  event.preventDefault();
  event.target.querySelector('.choices button')?.click();
}

function moveFocus(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('input, .choices button')];
  stops.at((stops.indexOf(document.activeElement) + by) % stops.length).focus();
}

export const dialogs = {
  pickTag: tagPicker,

  newTag: (view, actions) => ({
    title: view.dialog.rows.length > 0 ? t.newTagFor(labelOf(view.dialog.rows)) : t.newTagDots,
    content: newTagForm(view, actions),
  }),
};

/** Creates a tag, and assigns it if the dialog is about rows. */
function newTagForm({ dialog: { rows, error }, tags: all }, actions) {
  return html`
    <form class="new-tag" @submit=${event => submit(event, rows, all, actions)}>
      <label for="tag-name">${t.tagName}</label>
      <input id="tag-name" name="name" required maxlength="200" autocomplete="off" autofocus
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
  return actions.submitDialog(async () => actions.assign(rows, all.find(tag => isSame(tag.name, name)) ?? await tags.create({ name })));
}
