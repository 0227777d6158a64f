import { html, nothing } from 'lit-html';
import { dot } from './empty-tags.js';
import { icon } from '../shell/icon.js';
import { t } from '../texts/text.js';
import { dropTarget } from '../updates/drag.js';
import { briefly } from '../updates/reference.js';

/** The tags to drop on while something is dragged, so that a tag far down the page is never far away. */
export function dropBar({ tags, dragging }, actions) {
  if (!dragging) return nothing;
  return html`
    <aside class="drop-bar" aria-label=${t.dropHere}>
      <p>${t.tagAs(briefly([...new Set(dragging.map(({ item }) => item.image))]))}</p>
      <ul>
        ${[...tags, undefined].map(tag => html`
          <li class="target" ${dropTarget(() => actions.drop(tag))}>${dot(tag)}${tag?.name ?? t.untagged}</li>`)}
        <li class="target" ${dropTarget(actions.dropOnNewTag)}>${icon('plus')} ${t.newTagDots}</li>
      </ul>
    </aside>`;
}
