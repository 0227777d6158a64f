import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { send } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { t } from '../i18n/index.js';
import { dropTarget } from '../ui/drag-and-drop.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';

/** Marks drags of tags. */
const TYPE = 'application/x-diun-tag';

const sendOrder = tags => send('PUT', 'tags/order', { ids: tags.map(({ id }) => id) });

export const tagListActions = ({ store, toasts }, { run }) => ({
  /** Moves a tag to a position. The page shows it at once, so that several moves can follow each other. */
  moveTag(id, position) {
    const before = store.state.tags;
    const at = before.findIndex(tag => tag.id === id);
    if (at < 0 || at === position || !before[position]) return;
    const after = before.toSpliced(at, 1).toSpliced(position, 0, before[at]);
    store.change({ tags: after });
    run(async () => {
      await sendOrder(after).catch(error => {
        store.change({ tags: before });
        throw error;
      });
      toasts.success(t.tagMoved(before[at].name), () => run(() => sendOrder(before), t.toast.undone));
    });
  },
});

let dragged;

/** All tags in their order. They are moved by dragging, or by their buttons. */
export const tagList = ({ tags: all, session }, { moveTag, editTag, openDialog }) => html`
  ${all.length === 0 ? html`<p>${t.noTags}</p>` : nothing}
  <ul class="tag-list">${repeat(all, ({ id }) => id, (tag, at) => html`
    <li ${dropTarget(() => moveTag(dragged, at), undefined, TYPE)}>
      <i class="grip" data-needs="editor" draggable="true" title=${t.dragTag} aria-hidden="true" @dragstart=${event => startDrag(event, tag)}>⋮⋮</i>
      ${tagEntry(tag, html`<small>${tag.counts?.pending ?? '–'}</small>`, session, editTag)}
      <button class="plain up" data-needs="editor" aria-label=${t.moveUp(tag.name)} aria-disabled=${at === 0} @click=${() => moveTag(tag.id, at - 1)}>${icon('chevron')}</button>
      <button class="plain" data-needs="editor" aria-label=${t.moveDown(tag.name)} aria-disabled=${at === all.length - 1} @click=${() => moveTag(tag.id, at + 1)}>${icon('chevron')}</button>
    </li>`)}
  </ul>
  <button class="primary" data-needs="editor" @click=${() => openDialog('newTag', { rows: [] })}>${t.newTagDots}</button>`;

function startDrag(event, { id }) {
  dragged = id;
  event.dataTransfer.setData(TYPE, '');
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setDragImage(event.target.closest('li'), 0, 0);
}

/** The tags that hold updates back for another time than the server's setting. */
export const heldTags = ({ tags: all, session }, { editTag }) => html`
  <ul class="tag-list">${repeat(all.filter(({ hold }) => hold), ({ id }) => id, tag => html`<li>${tagEntry(tag, html`<code>${tag.hold}</code>`, session, editTag)}</li>`)}</ul>`;

const tagEntry = (tag, fact, session, editTag) => hasRole({ session }, 'editor') ? html`
  <button class="quiet" aria-label=${t.editTag(tag.name)} @click=${() => editTag(tag)}>${tagDot(tag)}<span>${tag.name}</span> ${fact}${icon('edit')}</button>`
  : html`<p>${tagDot(tag)} <span>${tag.name}</span> ${fact}</p>`;
