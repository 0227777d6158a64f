import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { doneText, placeKeys, placeOf, shownState, untilText } from '../images/item.js';
import { webLink } from '../images/web-link.js';
import { describe, rowOfPlace } from '../inbox/scope.js';

/** The actions that an occurrence in a state offers. */
const ACTIONS_IN = {
  pending: ['done', 'snooze', 'mute', 'forget'],
  snoozed: ['end', 'done', 'mute', 'forget'],
  acknowledged: ['end', 'mute', 'forget'],
  muted: ['end', 'forget'],
};

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

/** The occurrences of an image, each with its state and the actions that fit. */
export const placeList = (row, view, actions) => html`
  <ul class="occurrences">${repeat(row.item.occurrences, each => placeKeys(row.item.image, [each])[0], each => place(each, row, view, actions))}</ul>`;

function place(occurrence, row, { now, reverted }, actions) {
  const { state, metadata } = occurrence;
  const where = placeOf(occurrence);
  const isReverted = placeKeys(row.item.image, [occurrence]).some(key => reverted.has(key));
  return html`
    <li class="place">
      <p><b>${where}</b> <span>${STATE_TEXTS[state](occurrence, now)}</span>${isReverted ? html` <span class="mark">${t.notChanged}</span>` : nothing}
        ${variant(occurrence, row.item)}</p>
      <div class="answers">${repeat(ACTIONS_IN[state], each => each, each => button(each, shownState(occurrence), rowOfPlace(row, occurrence), actions))}</div>
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
