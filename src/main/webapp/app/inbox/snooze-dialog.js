import { html, nothing } from 'lit-html';
import { describeAll } from './selection.js';
import { formatDay } from '../format/time.js';
import { t } from '../i18n/index.js';

/** Snoozes end in the morning. */
const HOUR = 8;

/** The morning so many days after now, in the user's time zone. */
const inDays = days => new Date(new Date().setDate(new Date().getDate() + days)).setHours(HOUR, 0, 0, 0);

/** The time at which each choice ends; an event has none. */
const ENDS = {
  day: () => inDays(1),
  week: () => inDays((8 - new Date().getDay()) % 7 || 7), // the next Monday
  month: () => inDays(30),
  event: () => undefined,
};

/**
 * The ends to choose from, and a day.
 *
 * @param {string} [untilEvent] the event that is one of them
 * @param {string} verb what is done until then
 */
export const endChoices = (untilEvent, verb) => html`
  <ul class="choices">${Object.entries({ ...t.snoozes, ...untilEvent && { event: untilEvent } }).map(([name, text], at) => html`
    <li><button value=${name} formnovalidate ?autofocus=${at === 0}><b>${text}</b> ${ENDS[name]() ? html`<span class="hint">${formatDay(ENDS[name]())}</span>` : nothing}</button></li>`)}
  </ul>
  <label>${t.snoozeDay}<span class="day"><input name="day" type="date" aria-label=${t.snoozeDay} min=${new Date(inDays(1)).toLocaleDateString('sv')}> <button value="own">${verb}</button></span></label>`;

/** The chosen end, as the API takes it. Undefined if the day is missing: then its field gets the focus. */
export function chosenEnd(submit, event) {
  const { day } = submit.target.elements;
  const choice = submit.submitter?.value || 'day';
  if (choice === 'own' && !day.value) return day.focus();
  const end = choice === 'own' ? new Date(`${day.value}T0${HOUR}:00`) : ENDS[choice]();
  return end ? new Date(end).toISOString() : event;
}

export const dialogs = {
  /** Chooses how long to snooze rows, with an optional note. */
  snooze: (view, actions) => ({
    title: t.snoozeWhat(describeAll(view, view.dialog.rows)),
    content: html`
      <form class="fields" @submit=${event => submit(event, view.dialog, actions)}>
        ${endChoices(t.untilDigest, t.snooze)}
        <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
        <p class="hint">${t.snoozeHint}</p>
      </form>`,
  }),
};

function submit(event, { rows }, actions) {
  event.preventDefault();
  const until = chosenEnd(event, 'next-digest');
  if (!until) return;
  actions.answerDialog(() => actions.perform('snoozes', rows, { until, note: event.target.elements.note.value.trim() || undefined }));
}
