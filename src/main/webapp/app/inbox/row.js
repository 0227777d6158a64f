import { html, nothing } from 'lit-html';
import { ageBucket, formatDateTime, relativeTime } from '../format/time.js';
import { describe, elsewhere, listOf } from './scope.js';
import { endedState, isPending, stateOf } from './states.js';
import { t } from '../i18n/index.js';
import { hostNamesOf, untilText } from '../images/item.js';
import { shortDigest } from '../images/reference.js';
import { imageLink } from '../images/web-link.js';
import { clickedArea } from '../ui/click.js';
import { icon } from '../ui/icon.js';
import { tagDot } from '../ui/tag-dot.js';

/** One update. Only the row under the cursor is in the tab order. */
export function row(row, { isSelected, isCursor, isTabStop, hasArrived, mark, isOpen, isUnfolded, canChange, showsTag, details, now }, actions) {
  const { id, item, gone } = row;
  const tabindex = isTabStop ? 0 : -1;
  const name = describe([row]);
  const state = `${isSelected ? 'selected' : ''} ${isCursor ? 'cursor' : ''} ${hasArrived ? 'arrived' : ''} ${isOpen ? 'open' : ''} ${gone ? 'gone' : ''}`;
  return html`<li class="update ${state}" data-id=${id} tabindex=${tabindex} draggable=${canChange && !isOpen}>
      <label class="check" @click=${event => selectRange(event, id, actions)}>
        <input type="checkbox" aria-label=${t.select(name)} tabindex=${tabindex} .checked=${isSelected} @change=${() => actions.toggle(id)}>
      </label>
      <div class="row-main"><span class="service" data-service=${item.path + item.name}></span>${reference(item, tabindex)}${facts(row, { mark, isUnfolded, showsTag, tabindex }, actions)}</div>
      <time class="age ${ageBucket(item.since, now)}" datetime=${item.pending_since} title=${t.received(formatDateTime(item.since))}>${relativeTime(item.since, now)}</time>
      <div class="tools">
        ${tool('chevron', 'opener', t.details(name), 'Enter', tabindex, () => actions.toggleDetails(row), isOpen)}
        ${isPending(row) ? tool('clock', 'minor', `${t.snooze} ${name}`, 'h', tabindex, () => actions.chooseSnooze([row])) : nothing}
        ${tool('tag', 'minor', `${t.tag} ${item.name}`, 't', tabindex, () => actions.chooseTag([row]))}
      </div>
      ${isPending(row) ? finish('check', t.doneWith(name), t.done, row, tabindex, actions)
    : finish('undo', t.endWhat[endedState([row])](name), t.end[endedState([row])], row, tabindex, actions)}
      ${isUnfolded ? olderTags(item, now) : nothing}
      ${isOpen ? details(row) : nothing}
    </li>`;
}

const finish = (image, label, title, row, tabindex, actions) => html`
  <button class="done" data-needs="editor" aria-label=${label} title="${title} (e)" tabindex=${tabindex}
          @click=${event => actions.finish([row], clickedArea(event))}>${icon(image)}</button>`;

const tool = (image, kind, label, key, tabindex, action, isOpen) => html`
  <button class="plain ${kind}" data-needs=${kind === 'minor' ? 'editor' : nothing} aria-label=${label} title="${label} (${key})" tabindex=${tabindex}
          aria-expanded=${isOpen ?? nothing} @click=${action}>${icon(image)}</button>`;

/** Shift selects all rows from the last selected one to this one. */
function selectRange(event, id, actions) {
  if (!event.shiftKey || event.target.matches('input')) return;
  event.preventDefault();
  actions.selectTo(id);
}

const reference = ({ image, path, name, version, link }, tabindex) => html`
  <p class="image" title=${image}><span class="path">${path}</span>${
    link ? linked(name, link, tabindex) : html`<b class="name">${name}</b>`}<span class="version">${version}</span></p>`;

const linked = (name, link, tabindex) => html`<a class="name" href=${link} target="_blank" rel="noopener noreferrer"
  tabindex=${tabindex} draggable="false">${name}</a>`;

/** The second line of a row. The hosts come first: they distinguish rows with the same image name. */
function facts(row, { mark, isUnfolded, showsTag, tabindex }, actions) {
  const { item, places } = row;
  const { tag, digest, note, times_notified: times, older_tags: older = [] } = item;
  return html`
    <p class="details">
      ${fact('mark', mark)}
      ${fact('state', stateText(row))}
      ${kindChip(item.change)}
      ${fact('change', versionsOf(item.change))}
      ${older.length > 0 ? html`<button class="quiet older" tabindex=${tabindex} aria-expanded=${isUnfolded} @click=${() => actions.toggleOlderTags(row.id)}>${t.olderTags(older.length)}</button>` : nothing}
      ${fact('host', listOf(hostNamesOf(places)))}
      ${fact('workloads', [...new Set(places.map(({ workload }) => workload).filter(Boolean))].join(', '))}
      ${fact('also', elsewhere(row))}
      ${fact('minor digest', shortDigest(digest))}
      ${releaseNotes(item, tabindex)}
      ${fact('minor', times > 1 ? t.seen(times) : '')}
      ${showsTag && tag ? html`<span class="tag-name">${tagDot(tag)} ${tag.name}</span>` : nothing}
      ${fact('note', note)}
    </p>`;
}

/** The older tags, with the time when each was superseded and by which tag. */
const olderTags = ({ older_tags: tags }, now) => html`
  <ul class="older-tags" aria-label=${t.older}>${tags.map(({ tag, superseded_at: at, superseded_by: by }) => html`
    <li><span class="version">${tag}</span> <span title=${formatDateTime(at)}>${t.superseded(relativeTime(at, now), by)}</span></li>`)}</ul>`;

/** What the update changes, unless the versions cannot be compared. */
function kindChip({ kind = 'unknown', from, to } = {}) {
  return kind === 'unknown' ? nothing : html`<span class="kind" data-kind=${kind} title=${t.kindHints[kind](from, to)}>${t.changeKinds[kind]}</span>`;
}

const releaseNotes = ({ links = [] }, tabindex) => links.filter(({ rel }) => rel === 'release_notes').map(link => imageLink(link, tabindex));

/** "1.25.5 → 1.29.5", if the version before the update is known and differs. */
const versionsOf = ({ from, to } = {}) => from && from !== to ? `${from} → ${to}` : '';

/** "Snoozed until the next digest", "Held until ...": the state of the occurrences if it is the same and not pending. */
function stateText(row) {
  const state = stateOf([row]);
  if (!['snoozed', 'held'].includes(state)) return t.stateOf[state];
  const [end, ...others] = new Set(row.places.map(untilText));
  return [t.stateOf[state], others.length === 0 && end].filter(Boolean).join(' ');
}

const fact = (kind, text) => text ? html`<span class=${kind}>${text}</span>` : nothing;
