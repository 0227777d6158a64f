import { html, nothing } from 'lit-html';
import { groupRepeats } from './history.js';
import { noteField, unsaved } from './notes.js';
import { isCommon, placeList } from './places.js';
import { hasRole } from '../core/roles.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { itemOf } from '../images/item.js';
import { pullCommand } from '../images/reference.js';
import { imageLink, releaseNotesOf, webLink } from '../images/web-link.js';
import { viewOf } from '../inbox/derived.js';
import { withEditsOf } from '../inbox/pending-edits.js';
import { describe, occurrencesOf, rowOfPlace } from '../inbox/scope.js';
import { goneText, isAudible, isPending } from '../inbox/states.js';
import { icon } from '../ui/icon.js';

export function detailsActions({ store, sync, toasts }) {
  function rowAtCursor() {
    const { shown, cursor } = viewOf(store.state);
    return shown.find(({ id }) => id === cursor);
  }

  /** Shows or hides the details of a row below it. */
  function toggleDetails(row) {
    if (!row) return;
    const isOpen = store.state.open?.id === row.id;
    store.change({ open: isOpen ? undefined : { id: row.id, image: row.item.image }, details: undefined, notes: unsaved(store.state.notes), cursor: row.id });
    if (!isOpen) sync.refresh();
  }

  return {
    toggleDetails,

    toggleDetailsAtCursor: () => toggleDetails(rowAtCursor()),

    /** Opens the release notes of the row under the cursor in a tab. */
    openReleaseNotes() {
      const row = rowAtCursor();
      const address = row && releaseNotesOf(row.item);
      if (address) open(address, '_blank', 'noopener,noreferrer');
      else if (row) toasts.success(t.noReleaseNotes);
    },

    /** Opens the note of the row under the cursor. */
    editNote() {
      const row = rowAtCursor();
      if (row && store.state.open?.id !== row.id) toggleDetails(row);
      document.querySelector('.update.cursor [name=note]')?.focus();
    },
  };
}

/** Everything that is known of an image, below its row. */
export function details(row, view, actions) {
  const isLoaded = view.details?.image?.reference === row.item.image;
  const item = isLoaded ? loadedItem(view) : row.item;
  const loaded = { ...row, item };
  return html`
    <div class="detail">
      ${row.gone && isLoaded ? goneNotice(loaded, view, actions) : nothing}
      <dl>
        ${copyableTerm(t.reference, item.image, actions)}
        ${copyableTerm(t.pull, pullCommand(item.image), actions)}
        ${term(t.digest, html`<code>${item.digest}</code>`, item.digest)}
        ${term(t.digestBefore, html`<code>${item.previous_digest}</code>`, item.previous_digest)}
        ${term(t.created, formatDateTime(item.built ?? 0), item.built && isCommon('created', item))}
        ${term(t.platform, item.platform, item.platform && isCommon('platform', item))}
        ${term(t.provider, item.provider)}
        ${term(t.type, item.mime_type)}
        ${term(t.tagged, item.tag?.name)}
        ${term(t.older, item.older_tags?.map(({ tag }) => tag).join(', '), item.older_tags?.length > 0)}
        ${term(t.links, linksOf(item))}
        ${term(t.times, t.timesCount(item.times_notified))}
        ${hasRole(view, 'editor') ? nothing : term(t.note, item.note)}
      </dl>
      <h3>${t.runsOn}</h3>
      ${placeList(loaded, view, isLoaded || !row.gone, actions)}
      ${row.gone ? nothing : html`
        <p class="answers" data-needs="editor">
          ${isAudible(row) ? html`<button aria-label=${t.muteWhat(describe([row]))} title="${t.muteHint} (m)" @click=${() => actions.mute([row])}>${t.mute}</button>` : nothing}
          <button aria-label=${t.forgetWhat(describe([row]))} title="${t.forgetHint} (#)" @click=${() => actions.forget([row])}>${t.forget}</button>
        </p>`}
      ${noteField(item, view, actions)}
      ${loadedPart(view.details, view.now)}
    </div>`;
}

/** The last loaded state of the image, with changes that it does not contain yet. */
const loadedItem = ({ details: answer, edits, deferred }) => withEditsOf(itemOf(answer), edits.filter(edit => !deferred?.saved.includes(edit)));

/** Kinds of activity that change the state of occurrences; the first ones end that the image is pending. */
const ENDS = ['acknowledged', 'snoozed', 'muted', 'removed'];
const CHANGES = [...ENDS, 'reopened', 'reopening_undone', 'woken', 'unmuted', 'restored'];

/** Says who did what to an image that no longer belongs to the list. The details stay until they are closed. */
function goneNotice(row, { details: { history }, now }, actions) {
  const { kind, actor, at } = history.find(each => CHANGES.includes(each.kind)) ?? {};
  const ended = occurrencesOf('reopenings', row, '').filter(each => each.state !== 'pending').map(each => rowOfPlace(row, each));
  const isOver = row.gone === 'elsewhere' && (isPending(row) ? ENDS.includes(kind) : kind);
  const what = isOver ? [t.kinds[kind], actor && t.by(actor), '·', relativeTime(at, now)].filter(Boolean).join(' ') : goneText(row);
  return html`
    <p class="gone-notice" role="status">${what}
      ${isPending(row) && ended.length > 0 ? html`
        <button data-needs="editor" aria-label=${t.reopenWhat(row.item.name)} @click=${() => actions.reopen(ended)}>${icon('undo')} ${t.reopen}</button>` : nothing}
    </p>`;
}

const term = (name, value, isKnown = value) => isKnown ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

/** The links of an image, and the page that its publisher names. They say to which site they lead. */
function linksOf({ links = [], hub_link: hub }) {
  const all = [...links.map(link => imageLink(link)), hub && webLink(hub, t.hub(URL.parse(hub)?.host))].filter(Boolean);
  return all.length > 0 ? all.map(link => html`${link} `) : undefined;
}

const copyableTerm = (name, text, actions) => html`
  <div><dt>${name}</dt><dd><code>${text}</code>
    <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copyWhat(name)}
            @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button></dd></div>`;

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
