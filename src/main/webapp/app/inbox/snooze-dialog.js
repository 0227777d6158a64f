import { html, nothing } from 'lit-html';
import { describeAll } from './selection.js';
import { formatDay } from '../format/time.js';
import { t } from '../i18n/index.js';

/** Snoozes end in the morning. */
const HOUR = 8;

/** The morning so many days after now, in the user's time zone. */
const inDays = days => new Date(new Date().setDate(new Date().getDate() + days)).setHours(HOUR, 0, 0, 0);

/** The time at which each choice ends; a digest has none. */
const ENDS = {
  day: () => inDays(1),
  week: () => inDays((8 - new Date().getDay()) % 7 || 7), // the next Monday
  month: () => inDays(30),
  digest: () => undefined,
};

export const dialogs = {
  /** Chooses how long to snooze rows, with an optional note. */
  snooze: (view, actions) => ({
    title: t.snoozeWhat(describeAll(view, view.dialog.rows)),
    content: html`
      <form class="fields" @submit=${event => submit(event, view.dialog, actions)}>
        <ul class="choices">${Object.entries(ENDS).map(([name, end], at) => html`
          <li><button value=${name} ?autofocus=${at === 0}><b>${t.snoozes[name]}</b> ${end() ? html`<span class="hint">${formatDay(end())}</span>` : nothing}</button></li>`)}
        </ul>
        <label>${t.snoozeDay}<span class="day"><input name="day" type="date" min=${new Date(inDays(1)).toLocaleDateString('sv')}> <button value="own">${t.snooze}</button></span></label>
        <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
        <p class="hint">${t.snoozeHint}</p>
      </form>`,
  }),
};

function submit(event, { rows }, actions) {
  event.preventDefault();
  const { day, note } = event.target.elements;
  const choice = event.submitter?.value || 'day';
  if (choice === 'own' && !day.value) return day.focus();
  const end = choice === 'own' ? new Date(`${day.value}T0${HOUR}:00`) : ENDS[choice]();
  const until = end ? new Date(end).toISOString() : 'next-digest';
  actions.closeDialog();
  actions.perform('snoozes', rows, { until, note: note.value.trim() || undefined });
}
