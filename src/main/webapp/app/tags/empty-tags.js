import { html, nothing } from 'lit-html';
import { t } from '../texts/text.js';
import { dropTarget } from '../updates/drag.js';

/** A tag's colour, which only repeats what its name says. */
export const dot = tag => tag?.colour ? html`<span class="dot c-${tag.colour}"></span>` : nothing;

/** The tags of which nothing waits: they take drops and can be changed, too. */
export const emptyTags = ({ emptyTags }, actions) => emptyTags.length === 0 ? nothing : html`
  <section class="empty-tags" aria-labelledby="empty-tags">
    <h2 id="empty-tags">${t.nothingWaitsIn}</h2>
    <ul>${emptyTags.map(tag => html`
      <li ${dropTarget(() => actions.drop(tag))}>
        <button aria-label=${t.editTag(tag.name)} title=${t.editTag(tag.name)} @click=${() => actions.editTag(tag)}>${dot(tag)}<span>${tag.name}</span></button>
      </li>`)}
    </ul>
  </section>`;
