import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { CHIPS, TABS } from './tabs.js';
import { images, pastActions, send } from '../core/api.js';
import { formatDate, formatDateTime, formatTime, relativeDay, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { doneText, hostNameOf, untilText } from '../images/item.js';
import { pastNames, pastText } from '../images/past-action.js';
import { imageUrl, parseReference } from '../images/reference.js';
import { icon } from '../ui/icon.js';
import { whenVisible } from '../ui/when-visible.js';

const PAGE_SIZE = 50;
const MAX_SIZE = 500;

/** Lists of images that are put off, the first to return first. For searches, those that are held back are snoozed. */
const LATER = { snoozed: ['snoozed', '-is:held'], held: ['snoozed', 'is:held'], muted: ['muted', ''] };

/** The state of an occurrence after an action of a kind. */
const STATES = { acknowledgement: 'acknowledged', snooze: 'snoozed', mute: 'muted' };

/** Loads the open tab, with as many rows as it had. */
export async function load(state) {
  const { tab, query } = state;
  const key = JSON.stringify([tab, query]);
  if (tab === 'later') return { key, tab, lists: await loadLater(query.trim()) };
  const last = state.data.done?.key === key ? state.data.done : { items: [] };
  const page = await pageOf(state, { limit: Math.min(Math.max(last.items.length, PAGE_SIZE), MAX_SIZE) });
  const end = last.items.findIndex(item => idOf(item) === idOf(page.items.at(-1) ?? {}));
  const rest = page.next_cursor && end >= 0 ? last.items.slice(end + 1) : [];
  return { key, tab, items: [...page.items, ...rest], cursor: rest.length > 0 ? last.cursor : page.next_cursor };
}

const idOf = ({ id, image }) => id ?? image?.reference;

const pageOf = ({ tab, query, session }, parameters) => tab === 'images'
  ? images.list({ state: 'acknowledged', q: query.trim(), sort: 'name', ...parameters })
  : pastActions.list({ q: query.trim(), ...CHIPS[tab]({ session }), ...parameters });

const loadLater = query => Promise.all(Object.entries(LATER).map(async ([name, [state, term]]) => {
  const { items, total } = await images.list({ state, q: [query, term].filter(Boolean).join(' '), limit: MAX_SIZE });
  const until = item => Date.parse(item.snoozed_until) || Infinity;
  return { name, total, items: items.toSorted((a, b) => until(a) - until(b)) };
}));

export function doneActions({ store, toasts }, { submitDialog }) {
  let isLoading = false;
  return {
    showTab: tab => store.change({ tab }),

    async loadMoreDone() {
      const { data: { done }, ...state } = store.state;
      if (isLoading) return;
      isLoading = true;
      try {
        const page = await pageOf(state, { limit: PAGE_SIZE, cursor: done.cursor });
        if (store.state.data.done !== done) return;
        store.change(({ data }) => ({ data: { ...data, done: { ...done, items: [...done.items, ...page.items], cursor: page.next_cursor } } }));
      } catch ({ message }) {
        toasts.error(message);
      } finally {
        isLoading = false;
      }
    },

    /** Loads what an action changed. */
    async loadChanged(id) {
      try {
        const changed = await pastActions.occurrences(id);
        store.change(now => ({ changed: { ...now.changed, [id]: changed } }));
      } catch ({ message }) {
        toasts.error(message);
      }
    },

    reopenImage: (reference, state, place) => submitDialog(() => send('POST', 'reopenings', { images: [reference], ...place }), t.toast.ended[state](parseReference(reference).name)),
  };
}

export function page(data, view, actions) {
  const { tab } = data;
  return [
    tabs(view, actions),
    tab === 'later' ? data.lists.map(each => later(each, actions)) : tab === 'images' ? imageList(data, view, actions) : timeline(data, view, actions),
    data.cursor ? html`<p class="more" ${whenVisible(actions.loadMoreDone)}>${t.loading}</p>` : nothing,
  ];
}

/** Without sign-in, all actions are of the same user. */
function tabs({ tab, session }, actions) {
  const shown = TABS.filter(each => session?.name || !['mine', 'scripts'].includes(each));
  return html`
    <div class="chips" role="group" aria-label=${t.view.done}>
      ${shown.map(each => html`<button aria-pressed=${each === tab} @click=${() => actions.showTab(each)}>${t.doneTabs[each]}</button>`)}
    </div>`;
}

function timeline({ items }, view, actions) {
  const days = Map.groupBy(items, ({ at }) => new Date(at).toDateString());
  return items.length === 0 ? empty(view) : repeat(days, ([day]) => day, ([, actionsOfDay]) => html`
    <section class="group" aria-label=${dayName(actionsOfDay[0].at, view.now)}>
      <header><h2>${dayName(actionsOfDay[0].at, view.now)}</h2></header>
      <ul>${repeat(actionsOfDay, ({ id }) => id, each => actionRow(each, view, actions))}</ul>
    </section>`);
}

const empty = ({ query }) => html`<p class="empty-state">${query ? t.noMatch : t.pastNone}</p>`;

const dayName = (at, now) => relativeDay(at, now) ?? formatDate(at);

function actionRow(action, { changed, now }, actions) {
  const { id, kind, at, actor, note, host_name: host, until, undone_at: undoneAt, undone_by: undoneBy } = action;
  const what = [host ? t.onHost(pastText(action), host) : pastText(action), until && untilText({ snoozed_until: until })].filter(Boolean).join(' ');
  const names = pastNames(action);
  return html`
    <li class="past ${undoneAt ? 'undone' : ''}">
      <details @toggle=${({ target }) => target.open && actions.loadChanged(id)}>
        <summary><b>${what}</b> <span translate="no">${names}</span> ${actor ? html`<span>${t.by(t.actors[actor] ?? actor)}</span>` : nothing}
          ${note ? html`<q>${note}</q>` : nothing}</summary>
        <ul>${changed[id]?.items.map(each => changedRow(each, undoneAt ? undefined : STATES[kind], actions)) ?? html`<li>${t.loading}</li>`}
          ${changed[id]?.next_cursor ? html`<li>…</li>` : nothing}</ul>
      </details>
      <time class="age" datetime=${at} title=${formatDateTime(at)}>${formatTime(at)}</time>
      ${undoneAt ? html`<span class="age" title=${formatDateTime(undoneAt)}>${[t.undone(relativeTime(undoneAt, now)), undoneBy && t.by(undoneBy)].filter(Boolean).join(' ')}</span>` : html`
        <button data-needs="editor" aria-label=${t.undoWhat(`${what}, ${names}`)} @click=${() => actions.undoPast(action)}>${icon('undo')} ${kind === 'snooze' ? t.end.snoozed : t.undo}</button>`}
    </li>`;
}

function changedRow({ image, host, host_name: name, workload }, state, actions) {
  const place = [hostNameOf({ host, host_name: name }), workload].filter(Boolean).join(' · ');
  return html`
    <li class="past">
      <p>${nameLink(image)} <span translate="no">${place}</span></p>
      ${state ? html`<button class="quiet" data-needs="editor" aria-label=${t.endWhat[state](t.onHost(parseReference(image).name, place))}
                             @click=${() => actions.reopenImage(image, state, { host, ...workload && { workload } })}>${t.end[state]}</button>` : nothing}
    </li>`;
}

function nameLink(reference) {
  const { path, name, version } = parseReference(reference);
  return html`<a class="image" href=${imageUrl(reference)} title=${reference} translate="no"><span class="path">${path}</span><b class="name">${name}</b><span class="version">${version}</span></a>`;
}

const imageList = ({ items }, view, actions) => items.length === 0 ? empty(view) : html`
  <section class="group" aria-label=${t.doneTabs.images}>
    <ul>${repeat(items, idOf, item => imageRow(item, doneText(item, view.now), 'acknowledged', actions))}</ul>
  </section>`;

const later = ({ name, items, total }, actions) => html`
  <section class="group" aria-label=${t.stateOf[name]}>
    <header><h2>${t.stateOf[name]}</h2> <span class="count">${total}</span></header>
    ${items.length === 0 ? html`<p class="nothing">${t.noneIn[`is:${name}`]}</p>` : html`
      <ul>${repeat(items, idOf, item => imageRow(item, name === 'muted' ? '' : untilText(item), name, actions))}</ul>`}
  </section>`;

const imageRow = ({ image: { reference }, note }, when, state, actions) => html`
  <li class="past">
    <p>${nameLink(reference)} ${note ? html`<q>${note}</q>` : nothing}</p>
    <span class="age">${when}</span>
    <button data-needs="editor" aria-label=${t.endWhat[state](parseReference(reference).name)} @click=${() => actions.reopenImage(reference, state)}>${icon('undo')} ${t.end[state]}</button>
  </li>`;
