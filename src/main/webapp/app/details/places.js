import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { doneText, hostNameOf, placeKeys, placeOf, shownState, untilText } from '../images/item.js';
import { webLink } from '../images/web-link.js';
import { describe, rowOfPlace } from '../inbox/scope.js';

/** The actions that an occurrence in a state offers. */
const ACTIONS_IN = {
  pending: ['done', 'snooze', 'mute', 'forget'],
  snoozed: ['end', 'done', 'mute', 'forget'],
  acknowledged: ['end', 'mute', 'forget'],
  muted: ['end', 'forget'],
};

/** The image offers these as well, so its only occurrence does not. */
const OF_IMAGE = ['mute', 'forget'];

/** Label, name and effect of an action on a row of one occurrence, which is in a state. */
const BUTTONS = {
  done: (row, what, _, { perform }) => [t.done, t.doneWith(what), () => perform('acknowledgements', [row])],
  snooze: (row, what, _, { chooseSnooze }) => [t.snooze, t.snoozeWhat(what), () => chooseSnooze([row])],
  mute: (row, what, _, { mute }) => [t.mute, t.muteWhat(what), () => mute([row])],
  forget: (row, what, _, { forget }) => [t.forget, t.forgetWhat(what), () => forget([row])],
  end: (row, what, state, { reopen }) => [t.end[state], t.endWhat[state](what), () => reopen([row])],
};

const STATE_TEXTS = {
  pending: ({ received_at: at }, now) => t.pendingSince(relativeTime(at, now)),
  snoozed: place => `${t.stateOf[shownState(place)]} ${untilText(place)}`,
  acknowledged: doneText,
  muted: () => t.stateOf.muted,
};

/** True if all occurrences have the same value of a member. */
export const isCommon = (member, { occurrences }) => new Set(occurrences.map(each => each[member])).size <= 1;

/** More occurrences than this are grouped by host. */
const MOST = 8;

/** The occurrences on paper, each with a box to tick. */
export const printedPlaces = ({ occurrences }) => html`
  <table class="printed">
    <thead><tr><td></td>${[t.groupings.host, t.workload, t.state, t.since].map(head => html`<th>${head}</th>`)}</tr></thead>
    <tbody>${occurrences.map(each => html`
      <tr><td>${each.state === 'pending' ? '☐' : '☑'}</td><td>${hostNameOf(each)}</td><td>${each.workload}</td>
        <td>${t.stateOf[shownState(each)] ?? t.view.pending} ${each.snoozed_until ? untilText(each) : nothing}</td>
        <td>${formatDateTime(Date.parse(each.acknowledged_at ?? each.received_at))}</td></tr>`)}</tbody>
  </table>`;

/** The occurrences of an image, each with its state and the actions that fit. Many are grouped by host, with a filter. */
export function placeList(row, view, actions) {
  const { occurrences } = row.item;
  if (occurrences.length <= MOST) return placesOf(occurrences, row, view, actions);
  const { filter = '' } = view.open;
  const found = occurrences.filter(each => placeOf(each).toLowerCase().includes(filter.toLowerCase()));
  return html`
    <input aria-label=${t.filterPlaces} placeholder=${t.filterPlaces} .value=${filter} @input=${({ target }) => actions.filterPlaces(target.value)}>
    <div role="status">${found.length === 0 ? t.noPlace : nothing}</div>
    ${repeat(Map.groupBy(found, ({ host }) => host), ([host]) => host, ([, places]) => html`
      <details class="host-places" ?open=${filter !== ''}>
        <summary>${hostNameOf(places[0])} <span>${places.filter(({ state }) => state === 'pending').length || ''}</span></summary>
        ${placesOf(places, row, view, actions)}
      </details>`)}`;
}

const placesOf = (occurrences, row, view, actions) => html`
  <ul class="occurrences">${repeat(occurrences, each => placeKeys(row.item.image, [each])[0], each => place(each, row, view, actions))}</ul>`;

function place(occurrence, row, { now, reverted }, actions) {
  const { state, metadata } = occurrence;
  const where = placeOf(occurrence);
  const isOnly = row.item.occurrences.length === 1;
  const [key] = placeKeys(row.item.image, [occurrence]);
  return html`
    <li class="place" data-key=${key}>
      <p><b>${where}</b> <span>${STATE_TEXTS[state](occurrence, now)}</span>${reverted.has(key) ? html` <span class="mark">${t.notChanged}</span>` : nothing}
        ${variant(occurrence, row.item)}</p>
      <div class="answers">${repeat(ACTIONS_IN[state].filter(each => !isOnly || !OF_IMAGE.includes(each)), each => each, each => button(each, shownState(occurrence), rowOfPlace(row, occurrence), actions))}</div>
      ${Object.keys(metadata ?? {}).length > 0 ? html`
        <details><summary>${t.metadataOf(where)}</summary>
          <dl>${Object.entries(metadata).map(([key, value]) => html`<div><dt>${key}</dt><dd>${webLink(value, value) ?? value}</dd></div>`)}</dl></details>` : nothing}
    </li>`;
}

function button(action, state, row, actions) {
  const [text, label, change] = BUTTONS[action](row, describe([row]), state, actions);
  return html`<button data-needs="editor" aria-label=${label} @click=${change}>${text}</button>`;
}

/** Platform and build time, where the occurrences of the image differ. */
function variant({ platform, created }, item) {
  const parts = [!isCommon('platform', item) && platform, !isCommon('created', item) && created && `${t.created}: ${formatDateTime(created)}`].filter(Boolean);
  return parts.length > 0 ? html`<br><span>${parts.join(' · ')}</span>` : nothing;
}
