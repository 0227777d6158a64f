import { html } from 'lit-html';
import { canSelectUnloaded } from './derived.js';
import { describe, isOfPlace } from './scope.js';
import { DAY } from '../format/time.js';
import { t } from '../i18n/index.js';

const DURATIONS = { day: DAY, week: 7 * DAY, month: 30 * DAY };

export const dialogs = {
  /** Chooses how long to snooze rows, with an optional note. */
  snooze: (view, actions) => ({
    title: t.snoozeWhat(view.isMatching && canSelectUnloaded(view) && !view.dialog.rows.every(isOfPlace) ? t.updates(view.total) : describe(view.dialog.rows)),
    content: html`
      <form class="fields" @submit=${event => submit(event, view.dialog, actions)}>
        <ul class="choices">${Object.entries(t.snoozes).map(([duration, text], at) => html`
          <li><button value=${duration} ?autofocus=${at === 0}>${text}</button></li>`)}
        </ul>
        <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
        <p class="hint">${t.snoozeHint}</p>
      </form>`,
  }),
};

function submit(event, { rows }, actions) {
  event.preventDefault();
  const duration = DURATIONS[event.submitter?.value || 'day'];
  const until = duration ? new Date(Date.now() + duration).toISOString() : 'next-digest';
  const note = event.target.elements.note.value.trim() || undefined;
  actions.closeDialog();
  actions.perform('snoozes', rows, { until, note });
}
