import { html } from 'lit-html';
import { DAY } from './age.js';
import { imagesOf } from './changes.js';
import { briefly } from './image.js';
import { t } from '../texts/text.js';

const UNTIL = { day: DAY, week: 7 * DAY, month: 30 * DAY };

/** Puts updates off for a while; a note says why. */
export const snoozing = (view, actions) => ({
  title: t.snoozeWhat(briefly(imagesOf(view.dialog.rows))),
  content: html`
    <form class="fields" @submit=${event => submit(event, view, actions)}>
      <ul class="choices">${Object.entries(t.snoozes).map(([length, text], at) => html`
        <li><button value=${length} ?autofocus=${at === 0}>${text}</button></li>`)}
      </ul>
      <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
      <p class="hint">${t.snoozeHint}</p>
    </form>`,
});

function submit(event, { dialog: { rows }, isMatching, list, query, total }, actions) {
  event.preventDefault();
  const length = UNTIL[event.submitter?.value || 'day'];
  const until = length ? new Date(Date.now() + length).toISOString() : 'next-digest';
  const note = event.target.elements.note.value.trim() || undefined;
  const isFilter = isMatching && list.cursor;
  const choice = isFilter ? { filter: query } : { images: imagesOf(rows) };
  actions.closeDialog();
  actions.putAway('snoozes', rows, [{ ...choice, until, note }], t.told.snoozed(isFilter ? total : rows.length));
}
