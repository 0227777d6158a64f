import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { isCurrent } from './derived.js';
import { row } from './row.js';
import { canFinishAll, endedState, goneText, isPending } from './states.js';
import { hasRole } from '../core/roles.js';
import { hostName } from '../format/host-name.js';
import { relativeTime, shortAge } from '../format/time.js';
import { t } from '../i18n/index.js';
import { placeKeys } from '../images/item.js';
import { dropTarget, startDrag } from '../ui/drag-and-drop.js';
import { clickedArea } from '../ui/click.js';
import { icon } from '../ui/icon.js';
import { rejectedSearch } from '../ui/search-error.js';
import { tagDot } from '../ui/tag-dot.js';
import { whenVisible } from '../ui/when-visible.js';

/** The groups of pending updates. `details(row, view, actions)` renders an open row; `emptyTags(view, actions)` follows the groups. */
export function inbox(view, actions, { details, emptyTags }) {
  const tabStop = view.shown.some(({ id }) => id === view.cursor) ? view.cursor : view.shown[0]?.id;
  return html`
    ${view.deferred?.count ? html`<button class="deferred-banner primary" @click=${actions.showDeferred}>${t.newShow(view.deferred.count)}</button>` : nothing}
    <div class="inbox ${view.isOutdated ? 'outdated' : ''}" aria-busy=${view.isOutdated} ?inert=${view.searchError && view.list} @focusin=${event => followFocus(event, view, actions)}
         @keydown=${event => onArrowKey(event, actions)}
         @dragstart=${event => onDragStart(event, view, actions)} @dragend=${() => actions.setDragging(undefined)}>
      ${view.groups.length === 0 ? emptyState(view, actions) : nothing}
      ${repeat(view.groups, ({ id }) => id, each => group(each, { ...view, tabStop }, actions, details))}
      ${emptyTags(view, actions)}
      ${view.list?.cursor ? html`<p class="more" ${whenVisible(actions.loadNextPage)}>${t.loading}</p>` : nothing}
    </div>`;
}

function followFocus({ target }, { shown }, actions) {
  const id = target.closest('.update')?.dataset.id;
  if (id === undefined) return;
  actions.setCursor(id);
  const row = shown.find(each => each.id === id);
  if (row) actions.unmark(placeKeys(row.item.image, target.closest('.detail') ? row.item.occurrences : row.places));
}

/** The arrow keys also work when shortcuts are disabled: there is no other way to reach the other rows. */
function onArrowKey(event, actions) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || !event.target.closest('.update') || event.target.closest('.detail')) return;
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

function group(each, view, actions, details) {
  const { id, name, tag, rows, count } = each;
  const isOpen = !view.collapsed.has(id);
  const label = `group-${id}`;
  return html`
    <section class="group" aria-labelledby=${label} ${dropTarget(() => actions.dropOnTag(tag), () => view.group === 'tag')}>
      <header>
        <button class="plain fold" aria-expanded=${isOpen} aria-label=${t.showGroup(name)} @click=${() => actions.toggleGroup(id)}>${icon('chevron')}</button>
        ${tag ? tagDot(tag) : nothing}<h2 id=${label}>${name}</h2> <span class="count">${count}</span>
        ${tag ? html`<button class="plain edit" data-needs="editor" aria-label=${t.editTag(name)} title=${t.editTag(name)}
                             @click=${() => actions.editTag(tag)}>${icon('edit')}</button>` : nothing}
        ${count > 0 && view.groups.length > 1 && canFinishAll(rows) ? finishGroup(each, actions) : nothing}
      </header>
      ${isOpen ? html`<ul>${repeat(rows, ({ id: key }) => key, one => guardedRow(one, view, actions, details))}</ul>` : nothing}
    </section>`;
}

function finishGroup(each, actions) {
  const { name, rows, count } = each;
  const [label, text] = rows.some(isPending) ? [t.doneWithAllIn(count, name), t.doneWithAll(count)]
    : [t.endAllIn[endedState(rows)](count, name), t.endAll[endedState(rows)](count)];
  return html`<button class="quiet" data-needs="editor" aria-label=${label} @click=${event => actions.finishGroup(each, clickedArea(event))}>${text}</button>`;
}

/** Renders a row only if a value that it shows has changed: there may be thousands. */
function guardedRow(each, view, actions, details) {
  const { selected, cursor, tabStop, arrived, reverted, lastEvents, open, unfolded, details: loaded, group: grouping, now } = view;
  const { id, item, places, gone } = each;
  const isOpen = open?.id === id;
  const look = {
    isSelected: selected.has(id),
    isCursor: cursor === id,
    isTabStop: tabStop === id,
    hasArrived: arrived.has(item.image),
    mark: gone ? goneMark(each, lastEvents.get(item.image)) : placeKeys(item.image, places).some(key => reverted.has(key)) ? t.notChanged : '',
    isOpen,
    isUnfolded: item.older_tags?.length > 0 && unfolded.has(id),
    canChange: !gone && hasRole(view, 'editor'),
    showsTag: grouping !== 'tag',
    age: shortAge(item.since, now),
  };
  return guard([item, isOpen && [loaded, now], look.isUnfolded && now, ...Object.values(look)], () => row(each, {
    ...look, now, details: opened => details(opened, view, actions),
  }, actions));
}

/** Why a row no longer belongs to the list, and who did it if that is known. */
const goneMark = (row, event) => row.gone === 'elsewhere' && t.kinds[event?.kind]
  ? [t.kinds[event.kind], event.actor && t.by(event.actor)].filter(Boolean).join(' ') : goneText(row);

function emptyState(view, actions) {
  const { query, searchError, summary, now } = view;
  if (searchError && !view.list) return rejectedSearch(view, actions);
  if (!isCurrent(view)) return html`<p class="empty-state">${t.loading}</p>`;
  if (query) {
    return html`
      <section class="empty-state">
        <h2>${t.noMatch}</h2>
        <p>${t.noneIn[query] ?? t.noMatchOf(query)}</p>
        <button @click=${() => actions.search('')}>${t.clearSearch}</button>
      </section>`;
  }
  return html`
    <section class="empty-state done">
      ${icon('check')}
      <h2>${t.allDone}</h2>
      <p>${t.allDoneHint}</p>
      ${summary.hosts?.map(host => html`
        <p class=${host.silent_since ? 'warning' : ''}>${t.reported(hostName(host), relativeTime(host.last_seen_at, now))}</p>`)}
    </section>`;
}
