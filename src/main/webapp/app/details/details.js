import { html, nothing } from 'lit-html';
import { groupRepeats } from './history.js';
import { send } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { isSamePlace, itemOf, placeOf } from '../images/item.js';
import { pullCommand } from '../images/reference.js';
import { viewOf } from '../inbox/derived.js';
import { describe } from '../inbox/scope.js';
import { icon } from '../ui/icon.js';

export function detailsActions({ store, sync }) {
  /** Shows or hides the details of a row below it. */
  function toggleDetails(row) {
    if (!row) return;
    const isOpen = store.state.open?.id === row.id;
    store.change({ open: isOpen ? undefined : { id: row.id, image: row.item.image }, details: undefined, cursor: row.id });
    if (!isOpen) sync.refresh();
  }

  return {
    toggleDetails,

    toggleDetailsAtCursor() {
      const { shown, cursor } = viewOf(store.state);
      toggleDetails(shown.find(({ id }) => id === cursor));
    },
  };
}

/** Everything that is known of an image, below its row. */
export function details(row, view, actions) {
  const isLoaded = row.gone && view.details && !view.details.error;
  const item = isLoaded ? itemOf(view.details) : row.item;
  return html`
    <div class="detail">
      ${isLoaded ? goneNotice(item, row, view, actions) : nothing}
      <dl>
        ${copyableTerm(t.reference, item.image, actions)}
        ${copyableTerm(t.pull, pullCommand(item.image), actions)}
        ${term(t.digest, html`<code>${item.digest}</code>`, item.digest)}
        ${term(t.digestBefore, html`<code>${item.previous_digest}</code>`, item.previous_digest)}
        ${term(t.created, formatDateTime(item.built ?? 0), item.built)}
        ${term(t.platform, item.platform)}
        ${term(t.provider, item.provider)}
        ${term(t.type, item.mime_type)}
        ${term(t.tagged, item.tag?.name)}
        ${term(t.times, t.timesCount(item.times_notified))}
        ${hasRole(view, 'editor') ? nothing : term(t.note, item.note)}
      </dl>
      <h3>${t.runsOn}</h3>
      <ul class="occurrences">${item.occurrences.map(each => occurrenceRow(each, { ...row, item }, view.now, actions))}</ul>
      ${row.gone ? nothing : html`
        <p class="answers" data-needs="editor">
          <button aria-label=${t.muteWhat(describe([row]))} title="${t.muteHint} (m)" @click=${() => actions.mute([row])}>${t.mute}</button>
          <button aria-label=${t.forgetWhat(describe([row]))} title="${t.forgetHint} (#)" @click=${() => actions.forget([row])}>${t.forget}</button>
        </p>`}
      <form class="note" data-needs="editor" @submit=${event => saveNote(event, item, actions)}>
        <label>${t.noteLabel}<textarea name="note" rows="2" maxlength="2000" .defaultValue=${item.note ?? ''}></textarea></label>
        <button>${t.saveNote}</button>
      </form>
      ${loadedPart(view.details, view.now)}
    </div>`;
}

/** What kinds of activity end that an image is pending. */
const ENDS = ['acknowledged', 'snoozed'];

/** Says who did what to an image that is no longer pending. The details stay until they are closed. */
function goneNotice({ image, name }, { scope: { host, term } }, { details: { history }, now }, actions) {
  const { kind, actor, at } = history.find(each => ENDS.includes(each.kind)) ?? {};
  const what = kind ? [t.kinds[kind], actor && t.by(actor), '·', relativeTime(at, now)].filter(Boolean).join(' ') : t.gone.elsewhere;
  return html`
    <p class="gone-notice" role="status">${what}
      <button data-needs="editor" aria-label=${t.reopenWhat(name)} @click=${() => actions.submitDialog(() => send('POST', 'reopenings', { images: [image], host, filter: term || undefined }), t.toast.reopened(name))}>${icon('undo')} ${t.reopen}</button>
    </p>`;
}

const term = (name, value, isKnown = value) => isKnown ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

const copyableTerm = (name, text, actions) => html`
  <div><dt>${name}</dt><dd><code>${text}</code>
    <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copyWhat(name)}
            @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button></dd></div>`;

/** One container, with a button that marks it as done. */
function occurrenceRow(occurrence, row, now, actions) {
  const { state, received_at: at, acknowledged_at: doneAt, metadata } = occurrence;
  const where = placeOf(occurrence);
  const isDone = state === 'acknowledged' || ![...row.item.waiting, ...row.item.others].some(each => isSamePlace(each, occurrence));
  return html`
    <li>
      <p><b>${where}</b> <span>${isDone ? t.doneSince(doneAt ? relativeTime(doneAt, now) : t.justNow) : relativeTime(at, now)}</span></p>
      ${isDone ? icon('check') : html`
        <button data-needs="editor" aria-label=${t.doneWith(t.onHost(row.item.name, where))} @click=${() => actions.markOccurrenceAsDone(row, occurrence)}>${t.done}</button>`}
      ${Object.keys(metadata ?? {}).length > 0 ? html`
        <details><summary>${t.metadataOf(where)}</summary>
          <dl>${Object.entries(metadata).map(([key, value]) => term(key, String(value)))}</dl></details>` : nothing}
    </li>`;
}

function saveNote(event, item, actions) {
  event.preventDefault();
  const note = event.target.elements.note.value.trim();
  actions.run(() => send('PUT', 'notes', { image: item.image, note }), t.toast.noted);
}

/** History and last notification, which are requested when the details open. */
function loadedPart(loaded, now) {
  if (!loaded) return html`<p>${t.loading}</p>`;
  if (loaded.error) return html`<p role="alert">${loaded.error.message}</p>`;
  return html`
    <h3>${t.history}</h3>
    <ol class="history">${groupRepeats(loaded.history).map(({ kind, at, host, actor, note, count }) => html`
      <li><time datetime=${at} title=${formatDateTime(at)}>${relativeTime(at, now)}</time>
        <span>${t.kinds[kind] ?? kind}${kind === 'notified' && host ? ` (${host})` : nothing}${count > 1 ? ` ×${count}` : nothing}
        ${actor && kind !== 'notified' ? t.by(actor) : nothing}</span> ${note ? html`<q>${note}</q>` : nothing}</li>`)}
    </ol>
    ${loaded.notification ? html`
      <details><summary>${t.raw}</summary><pre tabindex="0">${pretty(loaded.notification)}</pre></details>` : nothing}`;
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
