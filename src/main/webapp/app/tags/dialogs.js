import { html, nothing } from 'lit-html';
import { dot } from './dropping.js';
import { tags } from '../api.js';
import { icon } from '../shell/icon.js';
import { t } from '../texts/text.js';
import { briefly } from '../updates/image.js';

const briefOf = rows => briefly([...new Set(rows.map(({ item }) => item.image))]);

/** Chooses the tag of some images. */
export function tagging(view, actions) {
  const { rows } = view.dialog;
  const current = new Set(rows.map(({ item }) => item.tag?.id));
  const choice = (tag, at) => html`
    <li><button ?autofocus=${at === 0} aria-current=${current.size === 1 && current.has(tag?.id)} @click=${() => actions.tagChosen(rows, tag)}>
      ${dot(tag)}<span>${tag?.name ?? t.untagged}</span>${current.has(tag?.id) ? icon('check') : nothing}</button></li>`;
  return {
    title: t.tagWhat(briefOf(rows)),
    content: html`
      <ul class="choices">${[...view.tags, undefined].map(choice)}</ul>
      ${nameForm(view, false, actions)}`,
  };
}

/** Names a new tag for some images. */
export const newTag = (view, actions) => ({
  title: t.newTagFor(briefOf(view.dialog.rows)),
  content: nameForm(view, true, actions),
});

export function nameForm({ dialog: { rows = [], problem }, tags: all }, isFirst, actions) {
  return html`
    <form class="new-tag" @submit=${event => submit(event, rows, all, actions)}>
      <label for="tag-name">${t.tagName}</label>
      <input id="tag-name" name="name" required maxlength="200" autocomplete="off" ?autofocus=${isFirst}
             aria-invalid=${Boolean(problem)} aria-describedby="tag-problem">
      <button class="primary">${rows.length > 0 ? t.createAndTag : t.create}</button>
      <p id="tag-problem" class="problem" role="alert">${problem}</p>
    </form>`;
}

/** To tag something, a tag that is there already is as good as a new one. */
function submit(event, rows, all, actions) {
  event.preventDefault();
  const name = event.target.elements.name.value.trim();
  if (rows.length === 0) return actions.attempt(() => tags.create({ name }), t.told.created(name));
  return actions.attempt(async () => actions.assign(rows, all.find(tag => tag.name === name) ?? await tags.create({ name })));
}
