import { html, nothing } from 'lit-html';
import { dropTarget } from '../updates/drag.js';
import { icon } from '../shell/icon.js';
import { briefly } from '../updates/reference.js';

/** The tags to drop on while something is dragged, so that a tag far down the page is never far away. */
export function dropBar({ tags, dragging }, actions) {
  if (!dragging) return nothing;
  return html`
    <aside class="drop-bar" aria-label="Drop here to tag">
      <p>Tag ${briefly(dragging)} as</p>
      <ul>
        ${[...tags, undefined].map(tag => html`
          <li class="target" ${dropTarget(() => actions.drop(tag))}>${tag?.name ?? 'Untagged'}</li>`)}
        <li class="target" ${dropTarget(actions.dropOnNewTag)}>${icon('plus')} New tag…</li>
      </ul>
    </aside>`;
}
