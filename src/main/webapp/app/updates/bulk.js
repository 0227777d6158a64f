import { html, nothing } from 'lit-html';
import { briefly } from './image.js';
import { icon } from '../shell/icon.js';
import { dot, dropTarget } from '../tags/dropping.js';
import { t } from '../texts/text.js';

/** What is there for several updates at once. */
export const bulk = (view, actions) => [dropBar(view, actions), selectionBar(view, actions)];

/** What can be done with several updates at once. */
function selectionBar({ selection, isMatching, total, groups, query, list }, actions) {
  if (selection.length === 0) return nothing;
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const canMatch = !isMatching && (list.cursor || query) && (list.cursor ? total : rows) > selection.length;
  return html`
    <aside class="selection" aria-label=${t.selectedUpdates}>
      <span role="status">${t.selected(isMatching && list.cursor ? total : selection.length)}</span>
      <button class="primary" data-needs="editor" title="${t.done} (e)" @click=${() => actions.acknowledge(selection)}>${t.done}</button>
      <button data-needs="editor" title="${t.snooze} (h)" @click=${() => actions.chooseSnooze(selection)}>${t.snooze}</button>
      <button data-needs="editor" title="${t.tag} (t)" @click=${() => actions.chooseTag(selection)}>${t.tag}</button>
      <button @click=${() => actions.copyPulls(selection)}>${t.copyPulls}</button>
      ${canMatch ? html`<button @click=${actions.selectMatching}>${t.selectMatching(list.cursor ? total : rows)}</button>` : nothing}
      <button title="${t.clear} (Esc)" @click=${actions.deselect}>${t.clear}</button>
    </aside>`;
}

/** The tags to drop on while something is dragged, so that a tag far down the page is never far away. */
function dropBar({ tags, dragging }, actions) {
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
