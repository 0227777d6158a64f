import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { emptyState } from './empty-state.js';
import { rowList } from './row-list.js';
import { windowOf } from './row-window.js';
import { similarNames } from './similar-names.js';
import { t } from '../i18n/index.js';
import { placeKeys } from '../images/item.js';
import { dropTarget, startDrag } from '../ui/drag-and-drop.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';
import { whenVisible } from '../ui/when-visible.js';

/** The groups of pending updates. `emptyTags(view, actions)` follows the groups. */
export function inbox(view, actions, { emptyTags }) {
  const similar = similarNames(view.items);
  const tabStop = view.shown.some(({ id }) => id === view.cursor) ? view.cursor : view.shown[0]?.id;
  return html`
    ${view.deferred?.count ? html`<button class="deferred-banner primary" @click=${actions.showDeferred}>${t.newShow(view.deferred.count)}</button>` : nothing}
    <div class="inbox ${view.selection.length > 0 ? 'selecting ' : ''}${view.isOutdated ? 'outdated' : ''}" aria-busy=${view.isOutdated} ?inert=${view.searchError && view.list} @focusin=${event => followFocus(event, view, actions)}
         @keydown=${event => onArrowKey(event, actions)}
         @dragstart=${event => onDragStart(event, view, actions)} @dragend=${() => actions.setDragging(undefined)}>
      ${view.groups.length === 0 ? emptyState(view, actions) : nothing}
      ${repeat(view.groups, ({ id }) => id, each => group(each, { ...view, tabStop, similar, window: windowOf(view) }, actions))}
      ${emptyTags(view, actions)}
      ${view.list?.cursor ? html`<p class="more" ${whenVisible(actions.loadNextPage)}>${t.loading}</p>` : nothing}
    </div>`;
}

function followFocus({ target }, { shown }, actions) {
  const id = target.closest('.update')?.dataset.id;
  if (id === undefined) return;
  actions.setCursor(id);
  const row = shown.find(each => each.id === id);
  if (row) actions.unmark(placeKeys(row.item.image, row.places));
}

/** The arrow keys also work when shortcuts are disabled: there is no other way to reach the other rows. */
function onArrowKey(event, actions) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !event.target.closest('.update')) return;
  event.preventDefault();
  actions.moveCursor(by);
}

function onDragStart(event, { selection, shown }, actions) {
  const element = event.target.closest?.('.update');
  const dragged = shown.find(({ id }) => id === element?.dataset.id);
  if (!dragged) return;
  event.dataTransfer.setDragImage(element, 0, 0);
  startDrag(event, selection.includes(dragged) ? selection : [dragged], actions);
}

function group(each, view, actions) {
  const { id, name, tag, rows, count, filter } = each;
  const isOpen = !view.collapsed.has(id);
  const label = `group-${id}`;
  const majors = filter ? 0 : rows.filter(({ item, gone }) => item.change?.kind === 'major' && !gone).length;
  return html`
    <section class="group" aria-labelledby=${label} ${dropTarget(() => actions.dropOnTag(tag), () => view.group === 'tag')}>
      <header>
        ${groupBox(each, view, actions)}
        ${tag ? tagDot(tag) : nothing}<h2 id=${label}>${name}</h2> <span class="count">${count}</span>
        ${majors > 0 ? html`<span class="majors">${t.majors(majors)}</span>` : nothing}
        ${tag ? html`<button class="plain edit" data-needs="editor" aria-label=${t.editTag(name)} title=${t.editTag(name)}
                             @click=${() => actions.editTag(tag)}>${icon('edit')}</button>` : nothing}
        <button class="plain fold" aria-expanded=${isOpen} aria-label=${t.showGroup(name)} @click=${() => actions.toggleGroup(id)}>${icon('chevron')}</button>
      </header>
      ${isOpen ? rowList(rows, view, actions) : nothing}
    </section>`;
}

/** Selects the whole group, also the part of it that is not loaded. */
function groupBox(each, { selected, whole, isMatching }, actions) {
  const left = each.rows.filter(({ gone }) => !gone);
  const count = left.filter(({ id }) => selected.has(id)).length;
  const isWhole = left.length > 0 && count === left.length && (!each.filter || whole.has(each.id) || isMatching);
  return html`
    <input class="check" type="checkbox" aria-label=${t.selectAllIn(each.count, each.name)} .checked=${isWhole} .indeterminate=${count > 0 && !isWhole}
           @change=${() => actions.toggleGroupSelection(each)}>`;
}
