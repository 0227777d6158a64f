import { html, nothing } from 'lit-html';
import { briefly } from '../updates/reference.js';
import { icon } from '../shell/icon.js';

/** Chooses the tag of some images. */
export function tagging({ dialog, tags, pending }, actions) {
  const { images } = dialog;
  const current = new Set(pending.filter(update => images.includes(update.image)).map(update => update.tag?.id));
  const choice = tag => html`
    <li><button ?autofocus=${tag === tags[0]} aria-current=${current.size === 1 && current.has(tag?.id)} @click=${() => actions.chosen(images, tag)}>
      <span>${tag?.name ?? 'Untagged'}</span>${current.has(tag?.id) ? icon('check') : nothing}</button></li>`;
  return {
    title: `Tag ${briefly(images)}`,
    content: html`
      <ul class="choices">${[...tags, undefined].map(choice)}</ul>
      ${nameForm(dialog, false, actions)}`,
  };
}

/** Names a new tag, for some images or for none yet. */
export const newTag = ({ dialog }, actions) => ({
  title: dialog.images.length > 0 ? `New tag for ${briefly(dialog.images)}` : 'New tag',
  content: nameForm(dialog, true, actions),
});

function nameForm({ images, problem }, isFirst, actions) {
  return html`
    <form class="new-tag" @submit=${event => submit(event, images, actions)}>
      <label for="tag-name">Name of the new tag</label>
      <input id="tag-name" name="name" required maxlength="200" autocomplete="off" ?autofocus=${isFirst}
             aria-invalid=${Boolean(problem)} aria-describedby="tag-problem">
      <button class="primary">${images.length > 0 ? 'Create and tag' : 'Create'}</button>
      <p id="tag-problem" class="problem" role="alert">${problem}</p>
    </form>`;
}

function submit(event, images, actions) {
  event.preventDefault();
  actions.create(event.target.elements.name.value.trim(), images);
}

export function removal({ dialog: { tag }, pending }, actions) {
  const count = pending.filter(update => update.tag?.id === tag.id).length;
  return {
    title: `Delete tag ${tag.name}?`,
    content: html`
      <p>${consequence(count)}</p>
      <div class="answers">
        <button autofocus @click=${actions.closeDialog}>Cancel</button>
        <button class="danger" @click=${() => actions.remove(tag)}>Delete</button>
      </div>`,
  };
}

function consequence(count) {
  if (count === 0) return 'Nothing waits in it.';
  return count === 1 ? 'The update in it stays, untagged.' : `The ${count} updates in it stay, untagged.`;
}
