import { html, nothing } from 'lit-html';

/** What can be done with several updates at once. */
export const selectionBar = ({ selection }, actions) => selection.length === 0 ? nothing : html`
  <aside class="selection" aria-label="Selected updates">
    <span role="status">${selection.length} selected</span>
    <button class="primary" title="Done (e)" @click=${() => actions.acknowledge(selection)}>Done</button>
    <button title="Tag (t)" @click=${() => actions.chooseTag(selection)}>Tag</button>
    <button title="Clear (Esc)" @click=${actions.deselect}>Clear</button>
  </aside>`;
