import { html, nothing } from 'lit-html';
import { send } from '../api.js';
import { momentText, sinceText } from './age.js';
import { historyOf } from './history.js';
import { pullOf } from './image.js';
import { icon } from '../shell/icon.js';
import { may } from '../shell/roles.js';
import { t } from '../texts/text.js';

/** Everything that is known of an image, below its row. */
export function detail(row, view, actions) {
  const { detail: answer, now } = view;
  const { item } = row;
  return html`
    <div class="detail">
      <dl>
        ${copied(t.reference, item.image, actions)}
        ${copied(t.pull, pullOf(item.image), actions)}
        ${term(t.digest, html`<code>${item.digest}</code>`, item.digest)}
        ${term(t.digestBefore, html`<code>${item.previous_digest}</code>`, item.previous_digest)}
        ${term(t.created, momentText(item.built ?? 0), item.built)}
        ${term(t.platform, item.platform)}
        ${term(t.provider, item.provider)}
        ${term(t.type, item.mime_type)}
        ${term(t.tagged, item.tag?.name)}
        ${term(t.times, t.timesCount(item.times_notified))}
        ${may(view, 'editor') ? nothing : term(t.note, item.note)}
      </dl>
      <h3>${t.runsOn}</h3>
      <ul class="places">${item.occurrences.map(each => place(each, row, now, actions))}</ul>
      <form class="note" data-needs="editor" @submit=${event => saveNote(event, item, actions)}>
        <label>${t.noteLabel}<textarea name="note" rows="2" maxlength="2000" .defaultValue=${item.note ?? ''}></textarea></label>
        <button>${t.saveNote}</button>
      </form>
      ${answered(answer, now)}
    </div>`;
}

const term = (name, value, isKnown = value) => isKnown ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

const copied = (name, text, actions) => html`
  <div><dt>${name}</dt><dd><code>${text}</code>
    <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copyWhat(name)}
            @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button></dd></div>`;

/** One container: it can be done by itself. */
function place(occurrence, row, now, actions) {
  const { host, host_name: hostName, workload, state, received_at: at, acknowledged_at: doneAt, metadata } = occurrence;
  const where = [hostName || host || t.noHost, workload].filter(Boolean).join(' · ');
  const isDone = state === 'acknowledged' || !row.item.waiting.some(each => each.host === host && each.workload === workload);
  return html`
    <li>
      <p><b>${where}</b> <span>${isDone ? t.doneSince(doneAt ? sinceText(doneAt, now) : t.justNow) : sinceText(at, now)}</span></p>
      ${isDone ? icon('check') : html`
        <button data-needs="editor" aria-label=${t.doneWith(t.onHost(row.item.name, where))} @click=${() => actions.acknowledgeAt(row, occurrence)}>${t.done}</button>`}
      ${Object.keys(metadata ?? {}).length > 0 ? html`
        <details><summary>${t.metadataOf(where)}</summary>
          <dl>${Object.entries(metadata).map(([key, value]) => term(key, String(value)))}</dl></details>` : nothing}
    </li>`;
}

function saveNote(event, item, actions) {
  event.preventDefault();
  const note = event.target.elements.note.value.trim();
  actions.change(() => send('PUT', 'notes', { image: item.image, note }), t.told.noted);
}

function answered(answer, now) {
  if (!answer) return html`<p>${t.loading}</p>`;
  if (answer.problem) return html`<p role="alert">${answer.problem.message}</p>`;
  return html`
    <h3>${t.history}</h3>
    <ol class="history">${historyOf(answer.history).map(({ kind, at, host, actor, note, count }) => html`
      <li><time datetime=${at} title=${momentText(at)}>${sinceText(at, now)}</time>
        <span>${t.kinds[kind] ?? kind}${kind === 'notified' && host ? ` (${host})` : nothing}${count > 1 ? ` ×${count}` : nothing}
        ${actor && kind !== 'notified' ? t.by(actor) : nothing}</span> ${note ? html`<q>${note}</q>` : nothing}</li>`)}
    </ol>
    ${answer.notification ? html`
      <details><summary>${t.raw}</summary><pre tabindex="0">${pretty(answer.notification)}</pre></details>` : nothing}`;
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
