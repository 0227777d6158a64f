import { html } from 'lit-html';
import { briefly } from './image.js';
import { t } from '../texts/text.js';

/** Puts updates off for a while; a note says why. */
export const snoozing = ({ dialog: { rows } }, actions) => ({
  title: t.snoozeWhat(briefly(rows.map(({ item }) => item.image))),
  content: html`
    <form class="fields" @submit=${event => submit(event, rows, actions)}>
      <ul class="choices">${Object.entries(t.snoozes).map(([length, text], at) => html`
        <li><button value=${length} ?autofocus=${at === 0}>${text}</button></li>`)}
      </ul>
      <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
      <p class="hint">${t.snoozeHint}</p>
    </form>`,
});

function submit(event, rows, actions) {
  event.preventDefault();
  const note = event.target.elements.note.value.trim();
  actions.closeDialog();
  actions.snooze(rows, event.submitter?.value || 'day', note);
}
