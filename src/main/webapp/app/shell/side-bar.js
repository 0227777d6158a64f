import { html, nothing } from 'lit-html';
import { hasNews, withNews } from './news.js';
import { urlOf } from './router.js';
import { hostName } from '../format/host-name.js';
import { isSilent } from '../format/silence.js';
import { relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { follow } from '../ui/click.js';
import { icon } from '../ui/icon.js';
import { searchTerm } from '../ui/search-term.js';
import { allViews, isShown } from '../views/saved-views.js';

const ICONS = { pending: 'inbox', snoozed: 'clock', held: 'pause', muted: 'mute', done: 'check', insights: 'chart', hosts: 'server' };

/** Lists of updates that are not pending, by their state. */
const LISTS = ['snoozed', 'held', 'muted'];

/** The search for a list. For searches, updates that are held back are snoozed as well. */
export const queryOf = (list, { counts }) => list === 'snoozed' && counts?.held ? 'is:snoozed -is:held' : `is:${list}`;

/** The number of updates in a list; undefined if it is not known. */
const countOf = (list, { counts }) => counts && (counts[list] ?? 0) - (list === 'snoozed' && counts.held || 0);

const isOpen = (list, state) => state.view === 'pending' && state.query === queryOf(list, state);

/** The lists with updates, and the one that is open. */
const shownLists = state => LISTS.filter(each => countOf(each, state) > 0 || isOpen(each, state));

/** The name of the open view or list. */
export function titleOf(state) {
  const list = LISTS.find(each => isOpen(each, state));
  return list ? t.lists[list] : t.view[state.view];
}

/** The views and lists, and the hosts with what is pending there: navigation, filter and health in one. */
export const sideBar = (state, actions) => html`
  <nav class="side" aria-label=${t.views}>
    <ul>${['pending', ...shownLists(state), 'done', 'insights'].map(each => entry(each, state, actions))}</ul>
    ${savedViews(state, actions)}
    <ul aria-label=${t.view.hosts}>
      ${entry('hosts', state, actions)}
      ${inAlarmOrder(state.hosts ?? []).map(host => hostEntry(host, state, actions))}
    </ul>
  </nav>`;

/** The same on narrow screens, where the hosts have a view of their own. */
export const bottomBar = (state, actions) => html`
  <nav class="tabs" aria-label=${t.views}>
    ${['pending', 'done', 'hosts'].map(each => link(each, state, actions))}
    <button class="plain ${hasNews(state) ? 'news' : ''}" aria-label=${withNews(t.more, state)} popovertarget="menu">${icon('menu')} ${t.more}</button>
  </nav>`;

/** The views and lists that have no place in the bottom bar. */
export const moreViews = (state, actions) => html`
  <nav aria-label=${t.more}>${[...shownLists(state), 'insights'].map(each => link(each, state, actions))}${savedViews(state, actions)}</nav>`;

/** Links to the views that are saved, and a button that renames or deletes one. */
const savedViews = (state, actions) => html`
  <p class="section" aria-hidden="true">${t.savedViews}</p>
  <ul aria-label=${t.savedViews}>${allViews(state).map(saved => html`
    <li class="saved-view">${place({ ...saved, title: saved.query, image: icon('star'), current: isShown(saved, state) && 'true', open: () => actions.openSavedView(saved) }, state, actions)}
      ${saved.id ? html`<button class="plain" aria-label=${t.editView(saved.name)} title=${t.editView(saved.name)} @click=${() => actions.saveView(saved)}>${icon('edit')}</button>` : nothing}</li>`)}
  </ul>`;

const entry = (name, state, actions) => html`<li>${link(name, state, actions)}</li>`;

const link = (name, state, actions) => LISTS.includes(name) ? listLink(name, state, actions) : viewLink(name, state, actions);

const listLink = (list, state, actions) => place({
  name: t.lists[list], image: icon(ICONS[list]), query: queryOf(list, state), current: isOpen(list, state) && 'page', count: countOf(list, state) ?? '–',
}, state, actions);

/** The inbox opens with all updates; other views keep the search. */
function viewLink(view, state, actions) {
  const isPending = view === 'pending';
  const silent = view === 'hosts' ? (state.hosts ?? []).filter(isSilent).length : 0;
  return place({
    name: t.view[view], title: `${t.view[view]} (g ${view[0]})`, image: icon(ICONS[view]), view, query: view === 'done' && state.view === 'pending' ? state.query : '',
    current: titleOf(state) === t.view[view] && 'page', count: isPending ? state.pending ?? '–' : silent || '', isAlarm: silent > 0,
  }, state, actions);
}

/** Silent hosts come first: their updates may be missing. */
const inAlarmOrder = hosts => hosts.toSorted((a, b) => Boolean(isSilent(b)) - Boolean(isSilent(a)));

function hostEntry(host, state, actions) {
  const query = searchTerm('host', host.host);
  const silence = isSilent(host) && relativeTime(host.silent_since, state.now);
  return html`<li translate="no">${place({
    name: hostName(host), title: silence && t.silent[host.state_by](hostName(host), silence), image: silence ? icon('alert') : html`<i class="light ${host.state}"></i>`,
    query, current: state.view === 'pending' && state.query === query && 'true', count: host.counts.pending, isAlarm: silence,
  }, state, actions)}</li>`;
}

/** A link to a view with a search. */
function place({ name, title = name, image, view = 'pending', query, order, group, current, count, isAlarm, open = () => actions.showView(view, query) }, state, actions) {
  return html`
    <a class=${isAlarm ? 'alarm' : ''} href=${urlOf({ ...state, view, query, ...(order && { order, group }), tab: undefined, section: undefined, open: undefined })} aria-current=${current || 'false'} title=${title}
       @click=${event => follow(event, open)}>${image} <b>${name}</b> <span>${count}</span></a>`;
}
