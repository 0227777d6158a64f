import { html, nothing } from 'lit-html';
import { t } from '../i18n/index.js';
import { imagesOf } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { dropTarget } from '../ui/drag-and-drop.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';

/** The tags as drop targets, on screen during a drag. */
export function dropBar({ tags, dragging }, actions) {
  if (!dragging) return nothing;
  return html`
    <aside class="drop-bar" aria-label=${t.dropHere}>
      <p>${t.tagAs(nameOrCount(imagesOf(dragging)))}</p>
      <ul>
        ${[...tags, undefined].map(tag => html`
          <li class="target" ${dropTarget(() => actions.dropOnTag(tag))}>${tagDot(tag)}${tag?.name ?? t.untagged}</li>`)}
        <li class="target" ${dropTarget(actions.dropOnNewTag)}>${icon('plus')} ${t.newTagDots}</li>
      </ul>
    </aside>`;
}

/** The tags without pending updates: drop targets that open the tag. */
export const emptyTags = ({ emptyTags }, actions) => emptyTags.length === 0 ? nothing : html`
  <section class="empty-tags" data-needs="editor" aria-labelledby="empty-tags">
    <h2 id="empty-tags">${t.nothingWaitsIn}</h2>
    <ul>${emptyTags.map(tag => html`
      <li ${dropTarget(() => actions.dropOnTag(tag))}>
        <button aria-label=${t.editTag(tag.name)} title=${t.editTag(tag.name)} @click=${() => actions.editTag(tag)}>${tagDot(tag)}<span>${tag.name}</span></button>
      </li>`)}
    </ul>
  </section>`;
