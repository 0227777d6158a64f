import { html, nothing } from 'lit-html';
import { formatDate, formatDateTime, isOverAMonth, relativeTime } from '../format/time.js';
import { describe, elsewhere, listOf } from './scope.js';
import { endedState, isPending, stateOf } from './states.js';
import { t } from '../i18n/index.js';
import { difference } from '../images/change.js';
import { hostNamesOf, untilText } from '../images/item.js';
import { imageUrl, shortDigest } from '../images/reference.js';
import { releaseNotesOf, webLink } from '../images/web-link.js';
import { clickedRow } from '../ui/click.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';

/** One update. Only the row under the cursor is in the tab order. A click opens the details, except on a control or to select text. */
export function row(row, { isSelected, isCursor, isTabStop, hasArrived, mark, isOpen, isUnfolded, canChange, showsTag, age, now }, actions) {
  const { id, item, places, gone } = row;
  const tabindex = isTabStop ? 0 : -1;
  const name = describe([row]);
  const state = `${isSelected ? 'selected' : ''} ${isCursor ? 'cursor' : ''} ${hasArrived ? 'arrived' : ''} ${isOpen ? 'open' : ''} ${gone ? 'gone' : ''}`;
  const toggle = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.toggleDetails(row);
  };
  return html`<li class="update ${state}" data-id=${id} tabindex=${tabindex} @click=${event => isOnText(event) && toggle(event)}>
      <label class="check" @click=${event => selectRange(event, id, actions)}>
        <input type="checkbox" aria-label=${t.select(name)} tabindex=${tabindex} .checked=${isSelected} @change=${() => actions.toggle(id)}>
      </label>
      <span class="service" data-service=${item.path + item.name} draggable=${canChange}></span>
      <a class="name" href=${imageUrl(item.image)} aria-expanded=${isOpen} aria-label=${t.details(name)} title=${item.image} draggable="false" tabindex=${tabindex} @click=${toggle}>${item.name}</a>
      <span class="path">${item.path}</span>
      ${kindChip(item.change)}
      ${versions(item)}
      ${hints(row, { mark, isUnfolded, showsTag, tabindex }, actions)}
      <span class="host">${listOf(hostNamesOf(places))}</span>
      <span class="workloads">${[workloadsOf(places), elsewhere(row)].filter(Boolean).join(' · ')}</span>
      <time class="age ${isOverAMonth(item.since, now) ? 'old' : ''}" datetime=${item.pending_since} title=${t.received(formatDateTime(item.since))}>${age}</time>
      <div class="tools">
        ${isPending(row) ? tool('clock', `${t.snooze} ${name}`, 'h', tabindex, () => actions.chooseSnooze([row])) : nothing}
        ${tool('tag', `${t.tag} ${item.name}`, 't', tabindex, () => actions.chooseTag([row]))}
      </div>
      ${isPending(row) ? finish('check', t.doneWith(name), t.done, row, tabindex, actions)
    : finish('undo', t.endWhat[endedState([row])](name), t.end[endedState([row])], row, tabindex, actions)}
      ${isUnfolded ? olderTags(item, now) : nothing}
    </li>`;
}

const isOnText = ({ target }) => !target.closest('a, button, label, .older-tags') && getSelection().isCollapsed;

const finish = (image, label, title, row, tabindex, actions) => html`
  <button class="done" data-needs="editor" aria-label=${label} title="${title} (e)" tabindex=${tabindex}
          @click=${event => actions.finish([row], clickedRow(event))}>${icon(image)}</button>`;

const tool = (image, label, key, tabindex, action) => html`
  <button class="plain" data-needs="editor" aria-label=${label} title="${label} (${key})" tabindex=${tabindex} @click=${action}>${icon(image)}</button>`;

/** Shift selects all rows from the last selected one to this one. */
function selectRange(event, id, actions) {
  if (!event.shiftKey || event.target.matches('input')) return;
  event.preventDefault();
  actions.selectTo(id);
}

/** The tag, or the first digits of the digest. */
const tagOf = ({ version, digest }) => version.replace(/^:/, '') || shortDigest(digest);

/** "16.10 → 18.0" with the part that differs highlighted, or the version if only that is known. */
export function versions(item) {
  const { from, to } = item.change ?? {};
  if (!from || from === to) return html`<span class="change">${to ?? tagOf(item)}</span>`;
  const { from: before, same, changed, end } = difference(from, to);
  return html`<span class="change" title="${from} → ${to}"><s>${before}</s> → ${same}<b>${changed}</b>${end}</span>`;
}

const workloadsOf = places => [...new Set(places.map(({ workload }) => workload).filter(Boolean))].join(', ');

/** What helps to decide, below the versions. */
function hints(row, { mark, isUnfolded, showsTag, tabindex }, actions) {
  const { item } = row;
  const { tag, note, older_tags: older = [] } = item;
  return html`
    <p class="details">
      ${fact('mark', mark)}
      ${fact('state', stateText(row))}
      ${item.change?.to && item.change.to !== tagOf(item) ? html`<span>${tagOf(item)}</span>` : nothing}
      ${webLink(releaseNotesOf(item), t.linkNames.release_notes, tabindex) ?? nothing}
      ${older.length > 0 ? html`<button class="quiet older" tabindex=${tabindex} aria-expanded=${isUnfolded} @click=${() => actions.toggleOlderTags(row.id)}>${t.olderTags(older.length)}</button>` : nothing}
      ${item.change?.kind === 'rebuild' && item.built ? fact('minor', t.builtOn(formatDate(item.built))) : nothing}
      ${showsTag && tag ? html`<span class="tag-name">${tagDot(tag)} ${tag.name}</span>` : nothing}
      ${fact('note', note)}
    </p>`;
}

/** The older tags, with the time when each was superseded and by which tag. */
export const olderTags = ({ older_tags: tags }, now) => html`
  <ul class="older-tags" aria-label=${t.older}>${tags.map(({ tag, superseded_at: at, superseded_by: by }) => html`
    <li><span class="version">${tag}</span> <span title=${formatDateTime(at)}>${t.superseded(relativeTime(at, now), by)}</span></li>`)}</ul>`;

/** What the update changes, unless the versions cannot be compared. */
export function kindChip({ kind = 'unknown', from, to } = {}) {
  return kind === 'unknown' ? nothing : html`<span class="kind" data-kind=${kind} title=${t.kindHints[kind](from, to)}>${t.changeKinds[kind]}</span>`;
}

/** "Snoozed until the next digest", "Held until ...": the state of the occurrences if it is the same and not pending. */
function stateText(row) {
  const state = stateOf([row]);
  if (!['snoozed', 'held'].includes(state)) return t.stateOf[state];
  const [end, ...others] = new Set(row.places.map(untilText));
  return [t.stateOf[state], others.length === 0 && end].filter(Boolean).join(' ');
}

const fact = (kind, text) => text ? html`<span class=${kind}>${text}</span>` : nothing;
