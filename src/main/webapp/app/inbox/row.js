import { html, nothing } from 'lit-html';
import { formatDate, formatDateTime, isOverAMonth, relativeTime } from '../format/time.js';
import { describe, elsewhere } from './scope.js';
import { splitName } from './similar-names.js';
import { endedState, isPending, stateOf } from './states.js';
import { t } from '../i18n/index.js';
import { difference } from '../images/change.js';
import { untilText } from '../images/item.js';
import { imageUrl, shortDigest } from '../images/reference.js';
import { releaseNotesOf, webLink } from '../images/web-link.js';
import { clickedRow, follow } from '../ui/click.js';
import { icon } from '../ui/icon.js';

/**
 * One update. Its link is the only stop of the list for the Tab key, and its name is the row as a sentence: what it says is hidden from screen
 * readers in the rest of the row. A click anywhere opens the details, except on a control or to select text.
 */
export function row(row, look, actions) {
  const { isSelected, isCursor, isTabStop, hasArrived, isOpen, isUnfolded, isSimilar, canChange, hosts, age, now } = look;
  const { id, item, places, gone } = row;
  const tabindex = isTabStop ? 0 : -1;
  const name = describe([row]);
  const [start, end] = isSimilar ? splitName(item.name) : [nothing, item.name];
  const state = `${isSelected ? 'selected' : ''} ${isCursor ? 'cursor' : ''} ${hasArrived ? 'arrived' : ''} ${isOpen ? 'open' : ''} ${gone ? 'gone' : ''}`;
  const open = event => follow(event, () => {
    if (!isTouch(event) || !actions.extendSelection(id)) actions.toggleDetails(row);
  });
  const onClick = event => {
    if (!isOnText(event)) return;
    if (event.shiftKey) actions.selectTo(id);
    else if (event.ctrlKey || event.metaKey || event.button === MIDDLE) actions.openInTab(row);
    else open(event);
  };
  return html`<li class="update ${state}" role="listitem" data-id=${id} @mousedown=${keepText} @click=${onClick} @auxclick=${onClick}>
      <a class="name" data-start=${start} href=${imageUrl(item.image)} aria-expanded=${isOpen} aria-label=${sentence(row, look)} title=${item.image}
         translate="no" draggable="false" tabindex=${tabindex} @click=${open}>${end}</a>
      <input class="check" type="checkbox" autocomplete="off" aria-label=${t.select(name)} tabindex=${tabindex} .checked=${isSelected}
             @click=${event => selectRange(event, id, actions)} @change=${() => actions.toggle(id)}>
      <span class="service" data-service=${item.path + item.name} draggable=${canChange}></span>
      <span class="path" aria-hidden="true" translate="no">${item.path}</span>
      ${kindChip(item.change, true)}
      ${versions(item, true)}
      ${hints(row, look, actions)}
      <span class="host" aria-hidden="true" title=${hosts.title} translate="no">${hosts.text}</span>
      <span class="workloads" translate="no">${[workloadsOf(places), elsewhere(row)].filter(Boolean).join(' · ')}</span>
      <time class="age ${isOverAMonth(item.since, now) ? 'old' : ''}" datetime=${item.pending_since} title=${t.received(formatDateTime(item.since))}>${age}</time>
      ${isPending(row) ? html`<button class="plain snooze" data-needs="editor" aria-label=${t.snoozeWhat(name)} title="${t.snooze} (h)" tabindex=${tabindex}
                                      @click=${() => actions.chooseSnooze([row])}></button>` : nothing}
      <button class="plain options" aria-label=${t.moreActions(name)} title=${t.moreActions(name)} aria-haspopup="true" tabindex=${tabindex} @click=${event => actions.openRowMenu(row, event)}></button>
      ${finish(row, name, tabindex, actions)}
      ${isUnfolded ? olderTags(item, now) : nothing}
    </li>`;
}

const MIDDLE = 1;

/** With Shift, a click selects rows, not text. */
const keepText = event => event.shiftKey && event.preventDefault();

const isTouch = ({ pointerType }) => pointerType === 'touch';

const isOnText = ({ target, button }) => [0, MIDDLE].includes(button) && !target.closest('a, button, input, .older-tags') && getSelection().isCollapsed;

/** "postgres, major, 16.10 to 18.0, on nas and vps, 20h ago": what a row says, in words. */
function sentence({ item }, { isSelected, hosts, mark, now }) {
  const { kind = 'unknown', from, to } = item.change ?? {};
  const version = from && from !== to ? t.fromTo(from, to) : to ?? tagOf(item);
  return [item.name, kind !== 'unknown' && t.changeKinds[kind], version, hosts.title && t.on(hosts.title), relativeTime(item.since, now), mark, isSelected && t.isSelected].filter(Boolean).join(', ');
}

/** Marks the row as done, or ends the state that it is in. */
function finish(row, name, tabindex, actions) {
  const ended = endedState([row]);
  const [label, title, image] = isPending(row) ? [t.doneWith(name), t.done, nothing] : [t.endWhat[ended](name), t.end[ended], icon('undo')];
  return html`<button class="done ${image === nothing ? 'tick' : ''}" data-needs="editor" aria-label=${label} title="${title} (e)" tabindex=${tabindex}
                      @click=${event => actions.finish([row], clickedRow(event))}>${image}</button>`;
}

/** Shift selects all rows from the last selected one to this one. */
function selectRange(event, id, actions) {
  if (!event.shiftKey || event.detail === 0) return;
  event.preventDefault();
  actions.selectTo(id);
}

/** The tag, or the first digits of the digest. */
const tagOf = ({ version, digest }) => version.replace(/^:/, '') || shortDigest(digest);

/** "16.10 → 18.0" with the part that differs highlighted, or the version if only that is known. */
export function versions(item, isHidden = nothing) {
  const { from, to } = item.change ?? {};
  if (!from || from === to) return html`<span class="change" aria-hidden=${isHidden}>${to ?? tagOf(item)}</span>`;
  const { from: before, same, changed, end } = difference(from, to);
  return html`<span class="change" aria-hidden=${isHidden} title="${from} → ${to}"><s>${before}</s> → ${same}<b>${changed}</b>${end}</span>`;
}

const workloadsOf = places => [...new Set(places.map(({ workload }) => workload).filter(Boolean))].join(', ');

/** The facts that are shown below the versions; the details have all. */
const MOST_HINTS = 2;

/** What helps to decide, below the versions. */
function hints(row, { mark, isUnfolded, showsTag, isTabStop }, actions) {
  const { item } = row;
  const { tag, note, older_tags: older = [] } = item;
  const tabindex = isTabStop ? 0 : -1;
  const facts = [
    mark && fact('mark', mark),
    fact('state', stateText(row)),
    webLink(releaseNotesOf(item), t.linkNames.release_notes, tabindex),
    older.length > 0 && html`<button class="quiet older" tabindex=${tabindex} aria-expanded=${isUnfolded} @click=${() => actions.toggleOlderTags(row.id)}>${t.olderTags(older.length)}</button>`,
    fact('note', note),
    showsTag && tag && fact(`in-tag c-${tag.colour ?? 'none'}`, tag.name),
    item.change?.to && item.change.to !== tagOf(item) && fact('tag', tagOf(item)),
    item.change?.kind === 'rebuild' && item.built && fact('built', t.builtOn(formatDate(item.built))),
  ];
  return html`<p class="details">${facts.filter(Boolean).slice(0, MOST_HINTS)}</p>`;
}

/** The older tags, with the time when each was superseded and by which tag. */
export const olderTags = ({ older_tags: tags }, now) => html`
  <ul class="older-tags" aria-label=${t.older}>${tags.map(({ tag, superseded_at: at, superseded_by: by }) => html`
    <li><span class="version">${tag}</span> <span title=${formatDateTime(at)}>${t.superseded(relativeTime(at, now), by)}</span></li>`)}</ul>`;

/** What the update changes, unless the versions cannot be compared. */
export function kindChip({ kind = 'unknown', from, to } = {}, isHidden = nothing) {
  return kind === 'unknown' ? nothing : html`<span class="kind" aria-hidden=${isHidden} data-kind=${kind} title=${t.kindHints[kind](from, to)}>${t.changeKinds[kind]}</span>`;
}

/** "Snoozed until the next digest", "Held until ...": the state of the occurrences if it is the same and not pending. */
function stateText(row) {
  const state = stateOf([row]);
  if (!['snoozed', 'held'].includes(state)) return t.stateOf[state];
  const [end, ...others] = new Set(row.places.map(untilText));
  return [t.stateOf[state], others.length === 0 && end].filter(Boolean).join(' ');
}

const fact = (kind, text) => text && html`<span class=${kind}>${text}</span>`;
