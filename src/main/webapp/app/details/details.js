import { html, nothing } from 'lit-html';
import { groupRepeats } from './history.js';
import { noteField, unsaved } from './notes.js';
import { isCommon, placeList, printedPlaces } from './places.js';
import { hasRole } from '../core/roles.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { commandsOf } from '../images/commands.js';
import { placeKeys } from '../images/item.js';
import { imageUrl } from '../images/reference.js';
import { imageLink, releaseNotesOf, webLink } from '../images/web-link.js';
import { openAt, viewOf } from '../inbox/derived.js';
import { isLoaded, openRow } from '../inbox/open-row.js';
import { kindChip, olderTags, versions } from '../inbox/row.js';
import { describe } from '../inbox/scope.js';
import { endedState, isAudible, isPending } from '../inbox/states.js';
import { moveTo } from '../ui/focus.js';
import { icon } from '../ui/icon.js';

const TITLE = '#details-title';

export function detailsActions({ store, toasts }) {
  const show = open => store.change(({ notes, cursor }) => ({ open, notes: unsaved(notes), cursor: open?.id ?? cursor }));

  /** Shows the details of a row, or closes them. The focus follows if they take the place of the list. */
  function toggleDetails({ id, item }) {
    if (store.state.open?.id === id) return closeDetails();
    show({ id, image: item.image });
    if (!document.querySelector('.update.cursor')?.checkVisibility()) moveTo([TITLE]);
  }

  /** Returns the focus to the row. */
  function closeDetails() {
    show(undefined);
    moveTo(['.update.cursor > .name', 'h1']);
  }

  return {
    toggleDetails,
    closeDetails,
    filterPlaces: filter => store.change(({ open }) => ({ open: { ...open, filter } })),

    openInTab: ({ item }) => open(imageUrl(item.image), '_blank', 'noopener'),

    /** Opens the release notes of a row in a tab. */
    openReleaseNotes({ item }) {
      const address = releaseNotesOf(item);
      if (address) open(address, '_blank', 'noopener,noreferrer');
      else toasts.success(t.noReleaseNotes);
    },

    /** Opens the note of a row. */
    editNote(row) {
      if (store.state.open?.image !== row.item.image) toggleDetails(row);
      moveTo(['.panel [name=note]']);
    },
  };
}

/** Everything that is known of an image, beside the list or, on narrower screens, instead of it. */
export function panel(view, actions) {
  if (!view.open) return nothing;
  const row = openRow(view);
  return html`
    <aside class="panel" aria-labelledby="details-title" @focusin=${() => row && actions.unmark(placeKeys(row.item.image, row.item.occurrences))}>
      <header>
        <h2 id="details-title" tabindex="-1" translate="no">${row?.item.name ?? view.open.image}</h2>
        ${[[-1, t.previous, 'k', 'up'], [1, t.next, 'j', '']].map(([by, name, key, look]) => html`
          <button class="plain step ${look}" aria-label=${name} title="${name} (${key})" ?disabled=${openAt(view, by) === undefined} @click=${() => actions.moveCursor(by)}>${icon('chevron')}</button>`)}
        <button class="plain" aria-label=${t.closeDetails} title="${t.closeDetails} (Esc)" @click=${actions.closeDetails}>${icon('cross')}</button>
      </header>
      ${row ? contents(row, view, actions) : view.details?.error ? html`<p role="alert">${view.details.error.message}</p>` : html`<p>${t.loading}</p>`}
    </aside>`;
}

function contents(row, view, actions) {
  const { item } = row;
  const { details: loaded, now } = view;
  return html`
    <p class="reference" translate="no">${item.path}${item.name}</p>
    <p class="update-of">${versions(item)} ${kindChip(item.change)}</p>
    ${linksOf(item)}
    ${item.older_tags?.length > 0 ? html`<details><summary>${t.olderTags(item.older_tags.length)}</summary>${olderTags(item, now)}</details>` : nothing}
    ${isLoaded(view) && !isPending(row) ? lastChange(loaded, now) : nothing}
    ${answers(row, actions)}
    <h3>${t.runsOn(item.occurrences.length)}</h3>
    ${printedPlaces(row.item)}
    ${placeList(row, view, actions)}
    ${commandList(row, view.commands, actions)}
    ${noteField(item, view, actions)}
    <dl>
      ${copyableTerm(t.reference, item.image, actions)}
      ${term(t.digest, digest(item.digest), item.digest)}
      ${term(t.digestBefore, digest(item.previous_digest), item.previous_digest)}
      ${term(t.created, formatDateTime(item.built ?? 0), item.built && isCommon('created', item))}
      ${term(t.platform, item.platform, item.platform && isCommon('platform', item))}
      ${term(t.provider, item.provider)}
      ${term(t.type, item.mime_type)}
      ${term(t.tagged, item.tag?.name)}
      ${term(t.times, t.timesCount(item.times_notified))}
      ${hasRole(view, 'editor') ? nothing : term(t.note, item.note)}
    </dl>
    ${isLoaded(view) ? history(loaded, now) : html`<p>${t.loading}</p>`}`;
}

/** The actions on the row: those on single places are beside the places. */
function answers(row, actions) {
  const [image, name] = isPending(row) ? ['check', t.done] : ['undo', t.end[endedState([row])]];
  const what = describe([row]);
  return html`
    <div class="answers" data-needs="editor">
      <button class="primary" title=${isPending(row) ? t.doneWith(what) : t.endWhat[endedState([row])](what)} @click=${() => actions.finish([row])}>${icon(image)} ${name}<kbd aria-hidden="true">e</kbd></button>
      ${isPending(row) ? html`<button title="${t.snoozeWhat(what)}" @click=${() => actions.chooseSnooze([row])}>${t.snooze}<kbd aria-hidden="true">h</kbd></button>` : nothing}
      <button @click=${() => actions.chooseTag([row])}>${t.tag}<kbd aria-hidden="true">t</kbd></button>
      ${isAudible(row) ? html`<button class="quiet" aria-label=${t.muteWhat(what)} title="${t.muteHint} (m)" @click=${() => actions.mute([row])}>${t.mute}</button>` : nothing}
      <button class="quiet" @click=${() => actions.editHold(row.item.image)}>${t.holdDots}</button>
      <button class="quiet" aria-label=${t.forgetWhat(what)} title="${t.forgetHint} (#)" @click=${() => actions.forget([row])}>${t.forget}</button>
      <button class="plain more" aria-label=${t.moreActions(what)} aria-haspopup="true" @click=${event => actions.openRowMenu(row, event)}>⋯</button>
    </div>`;
}

/** Kinds of activity that change the state of occurrences. */
const CHANGES = ['acknowledged', 'snoozed', 'muted', 'removed', 'reopened', 'reopening_undone', 'woken', 'unmuted', 'restored'];

/** Says who did what to an image that is not pending. */
function lastChange({ history: entries }, now) {
  const { kind, actor, at } = entries.find(each => CHANGES.includes(each.kind)) ?? {};
  return kind ? html`<p class="last-change" role="status">${[t.kinds[kind], actor && t.by(actor), '·', relativeTime(at, now)].filter(Boolean).join(' ')}</p>` : nothing;
}

const term = (name, value, isKnown = value) => isKnown ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

/** The links of an image, and the page that its publisher names. They say to which site they lead. */
function linksOf({ links = [], hub_link: hub }) {
  const all = [...links.map(link => imageLink(link)), hub && webLink(hub, t.hub(URL.parse(hub)?.host))].filter(Boolean);
  return all.length > 0 ? html`<p class="links">${all}</p>` : nothing;
}

/** On one line, of which the end is cut if there is no room. A selection copies it whole. */
const digest = text => html`<code class="digest" title=${text}>${text}</code>`;

const copyableTerm = (name, text, actions) => html`<div><dt>${name}</dt><dd>${copyable(text, name, actions)}</dd></div>`;

const copyable = (text, name, actions) => html`
  <code>${text}</code>
  <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copyWhat(name)}
          @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button>`;

/** The commands for the places of the row. */
function commandList({ item, places }, templates, actions) {
  const commands = commandsOf(item, places, templates);
  return commands.length > 0 ? html`
    <h3>${t.commands}</h3>
    <ul class="commands" translate="no">${commands.map(each => html`<li>${copyable(each, each, actions)}</li>`)}</ul>` : nothing;
}

/** The history and the last notification, which are requested when the details open. */
const history = ({ history: entries, notification }, now) => html`
  <h3>${t.history}</h3>
  <ol class="history">${groupRepeats(entries).map(({ kind, at, host, actor, note, count }) => html`
    <li><time datetime=${at} title=${formatDateTime(at)}>${relativeTime(at, now)}</time>
      <span>${t.kinds[kind] ?? kind}${kind === 'notified' && host ? ` (${host})` : nothing}${count > 1 ? ` ×${count}` : nothing}
      ${actor && kind !== 'notified' ? t.by(actor) : nothing}</span> ${note ? html`<q>${note}</q>` : nothing}</li>`)}
  </ol>
  ${notification ? html`
    <details><summary>${t.raw}</summary><pre tabindex="0">${pretty(notification)}</pre></details>` : nothing}`;

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
