import { html, nothing } from 'lit-html';
import { dropTarget } from '../updates/drag.js';
import { icon } from '../shell/icon.js';

/** The tags of which nothing waits: they take drops and can be deleted, too. */
export const emptyTags = ({ emptyTags }, actions) => emptyTags.length === 0 ? nothing : html`
  <section class="empty-tags" aria-labelledby="empty-tags">
    <h2 id="empty-tags">Nothing waits in</h2>
    <ul>${emptyTags.map(tag => html`
      <li ${dropTarget(() => actions.drop(tag))}>
        <span>${tag.name}</span>
        <button class="plain" aria-label="Delete tag ${tag.name}" title="Delete tag"
                @click=${() => actions.confirmRemoval(tag)}>${icon('cross')}</button>
      </li>`)}
    </ul>
  </section>`;
