import { html, nothing } from 'lit-html';

/** The colour of a tag. It is decoration: the tag's name is beside it. */
export const tagDot = tag => tag?.colour ? html`<span class="dot c-${tag.colour}"></span>` : nothing;
