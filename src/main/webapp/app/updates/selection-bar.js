import { html, nothing } from 'lit-html';
import { t } from '../texts/text.js';

/** What can be done with several updates at once. */
export function selectionBar({ selection, isMatching, total, groups, query, list }, actions) {
  if (selection.length === 0) return nothing;
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const canMatch = !isMatching && (list.cursor || query) && (list.cursor ? total : rows) > selection.length;
  return html`
    <aside class="selection" aria-label=${t.selectedUpdates}>
      <span role="status">${t.selected(isMatching && list.cursor ? total : selection.length)}</span>
      <button class="primary" title="${t.done} (e)" @click=${() => actions.acknowledge(selection)}>${t.done}</button>
      <button title="${t.snooze} (h)" @click=${() => actions.chooseSnooze(selection)}>${t.snooze}</button>
      <button title="${t.tag} (t)" @click=${() => actions.chooseTag(selection)}>${t.tag}</button>
      <button @click=${() => actions.copyPulls(selection)}>${t.copyPulls}</button>
      ${canMatch ? html`<button @click=${actions.selectMatching}>${t.selectMatching(list.cursor ? total : rows)}</button>` : nothing}
      <button title="${t.clear} (Esc)" @click=${actions.deselect}>${t.clear}</button>
    </aside>`;
}
