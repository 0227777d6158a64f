import { html, nothing } from 'lit-html';
import { rowsOf } from './groups.js';
import { describe } from './scope.js';
import { countOf } from './selection.js';
import { endedState, isAudible, isPending } from './states.js';
import { t } from '../i18n/index.js';

/** The actions on the selected updates. */
export function selectionBar(view, actions) {
  const { selection, isMatching, total, groups, list, searchError } = view;
  if (selection.length === 0 || searchError) return nothing;
  const rows = rowsOf(groups).filter(({ gone }) => !gone).length;
  const pending = selection.filter(isPending);
  const ended = selection.filter(row => !isPending(row));
  const audible = selection.filter(isAudible);
  const count = countOf(view, selection);
  const all = list.cursor ? total : rows;
  const majors = selection.filter(({ item }) => item.change?.kind === 'major').length;
  return html`
    <aside class="selection" aria-label=${t.selectedUpdates}>
      <span role="status">${describe(selection, t.selected(count))}${majors > 0 && count === selection.length ? html` <span class="majors">${t.majors(majors)}</span>` : nothing}</span>
      ${pending.length > 0 ? html`
        <button class="primary" data-needs="editor" title="${t.done} (e)" @click=${() => actions.markAsDone(pending)}>${t.done}</button>
        <button data-needs="editor" title="${t.snooze} (h)" @click=${() => actions.chooseSnooze(pending)}>${t.snooze}</button>` : nothing}
      ${ended.length > 0 ? html`
        <button class=${pending.length > 0 ? '' : 'primary'} data-needs="editor" title=${pending.length > 0 ? nothing : `${t.end[endedState(ended)]} (e)`}
                @click=${() => actions.reopen(ended)}>${t.end[endedState(ended)]}</button>` : nothing}
      <button data-needs="editor" title="${t.tag} (t)" @click=${() => actions.chooseTag(selection)}>${t.tag}</button>
      ${audible.length > 0 ? html`<button data-needs="editor" title="${t.muteHint} (m)" @click=${() => actions.mute(audible)}>${t.mute}</button>` : nothing}
      <button data-needs="editor" title="${t.forgetHint} (#)" @click=${() => actions.forget(selection)}>${t.forget}</button>
      <button @click=${() => actions.copyCommands(selection)}>${t.copyCommands}</button>
      ${!isMatching && all > count ? html`<button @click=${actions.selectMatching}>${t.selectMatching(all)}</button>` : nothing}
      <button title="${t.clear} (Esc)" @click=${actions.clearSelection}>${t.clear}</button>
    </aside>`;
}
