import { html, nothing } from 'lit-html';
import { rowsOf } from './groups.js';
import { t } from '../i18n/index.js';

/** The actions on the selected updates. */
export function selectionBar({ selection, isMatching, total, groups, query, list, searchError }, actions) {
  if (selection.length === 0 || searchError) return nothing;
  const rows = rowsOf(groups).filter(({ gone }) => !gone).length;
  const canMatch = !isMatching && (list.cursor || query) && (list.cursor ? total : rows) > selection.length;
  return html`
    <aside class="selection" aria-label=${t.selectedUpdates}>
      <span role="status">${t.selected(isMatching && list.cursor ? total : selection.length)}</span>
      <button class="primary" data-needs="editor" title="${t.done} (e)" @click=${() => actions.markAsDone(selection)}>${t.done}</button>
      <button data-needs="editor" title="${t.snooze} (h)" @click=${() => actions.chooseSnooze(selection)}>${t.snooze}</button>
      <button data-needs="editor" title="${t.tag} (t)" @click=${() => actions.chooseTag(selection)}>${t.tag}</button>
      <button data-needs="editor" title="${t.muteHint} (m)" @click=${() => actions.mute(selection)}>${t.mute}</button>
      <button data-needs="editor" title="${t.forgetHint} (#)" @click=${() => actions.forget(selection)}>${t.forget}</button>
      <button @click=${() => actions.copyPullCommands(selection)}>${t.copyPulls}</button>
      ${canMatch ? html`<button @click=${actions.selectMatching}>${t.selectMatching(list.cursor ? total : rows)}</button>` : nothing}
      <button title="${t.clear} (Esc)" @click=${actions.clearSelection}>${t.clear}</button>
    </aside>`;
}
