import { html, nothing } from 'lit-html';
import { dot } from './dropping.js';
import { icon } from '../shell/icon.js';
import { t } from '../texts/text.js';
import { briefly } from '../updates/image.js';

const briefOf = rows => briefly([...new Set(rows.map(({ item }) => item.image))]);

/** Chooses the tag of some images. */
export function tagging({ dialog, tags }, actions) {
  const { rows } = dialog;
  const current = new Set(rows.map(({ item }) => item.tag?.id));
  const choice = (tag, at) => html`
    <li><button ?autofocus=${at === 0} aria-current=${current.size === 1 && current.has(tag?.id)} @click=${() => actions.tagChosen(rows, tag)}>
      ${dot(tag)}<span>${tag?.name ?? t.untagged}</span>${current.has(tag?.id) ? icon('check') : nothing}</button></li>`;
  return {
    title: t.tagWhat(briefOf(rows)),
    content: html`
      <ul class="choices">${[...tags, undefined].map(choice)}</ul>
      ${nameForm(dialog, false, actions)}`,
  };
}

/** Names a new tag, for some images or for none yet. */
export const newTag = ({ dialog }, actions) => ({
  title: dialog.rows.length > 0 ? t.newTagFor(briefOf(dialog.rows)) : t.newTag,
  content: nameForm(dialog, true, actions),
});

export function nameForm({ rows = [], problem }, isFirst, actions) {
  return html`
    <form class="new-tag" @submit=${event => submit(event, rows, actions)}>
      <label for="tag-name">${t.tagName}</label>
      <input id="tag-name" name="name" required maxlength="200" autocomplete="off" ?autofocus=${isFirst}
             aria-invalid=${Boolean(problem)} aria-describedby="tag-problem">
      <button class="primary">${rows.length > 0 ? t.createAndTag : t.create}</button>
      <p id="tag-problem" class="problem" role="alert">${problem}</p>
    </form>`;
}

function submit(event, rows, actions) {
  event.preventDefault();
  actions.create(event.target.elements.name.value.trim(), rows);
}
