import { afterPaint } from '../core/after-paint.js';
import { TABS } from '../done/tabs.js';
import { COLUMN_CHOICES } from '../inbox/columns.js';
import { GROUPINGS } from '../inbox/groups.js';
import { ORDERS } from '../inbox/list.js';
import { SECTIONS } from '../settings/sections.js';

const VIEWS = ['pending', 'done', 'insights', 'hosts', 'settings'];

/** The members of the state that are in the URL: parameter name and allowed values, the default first. */
const PARAMETERS = {
  view: ['view', VIEWS],
  query: ['q'],
  order: ['order', ORDERS],
  group: ['group', GROUPINGS],
  columns: ['columns', COLUMN_CHOICES],
  tab: ['tab', TABS],
  section: ['section', SECTIONS],
};

/**
 * Reads view, search, sort order, grouping, columns and open details from the URL, so that Back and bookmarks work.
 *
 * @param {object} [remembered] the sort order, the grouping and the columns if the URL has none
 */
export function parseUrl(remembered = {}) {
  const given = new URLSearchParams(location.search);
  const read = (key, [name, allowed]) => {
    const value = given.get(name);
    return allowed ? allowed.find(each => each === value) ?? remembered[key] ?? allowed[0] : value ?? '';
  };
  const image = given.get('image');
  return { ...Object.fromEntries(Object.entries(PARAMETERS).map(([key, parameter]) => [key, read(key, parameter)])), open: image ? { image } : undefined };
}

/** The first parameter of the URL with a value that does not exist: its name and value. */
export const unknownInUrl = () => [...new URLSearchParams(location.search)]
  .find(([name, value]) => Object.values(PARAMETERS).some(([known, allowed]) => known === name && allowed && !allowed.includes(value)));

/** The URL of a state, without the parameters that have their default value, unless the user chose another one for this browser. */
export function urlOf(state) {
  const parameters = new URLSearchParams();
  for (const [key, [name, allowed = ['']]] of Object.entries(PARAMETERS)) {
    if ([state[key], state.settings?.[key]].some(each => (each ?? allowed[0]) !== allowed[0])) parameters.set(name, state[key] ?? allowed[0]);
  }
  if (state.open) parameters.set('image', state.open.image);
  return parameters.size > 0 ? `?${parameters}` : location.pathname;
}

/**
 * Adds a history entry for each change. Consecutive keystrokes in the search share one, and so do the details of one row after another.
 * Those of a row are painted first: for a new URL the browser looks through all elements.
 */
export function syncUrl(store) {
  if (urlOf(store.state) !== urlOf(parseUrl())) history.replaceState(null, '', urlOf(store.state));
  addEventListener('popstate', () => store.change(parseUrl()));
  document.addEventListener('focusout', ({ target }) => target.type === 'search' && history.replaceState(null, ''));
  let written = store.state;
  const write = () => {
    const { state } = store;
    const url = urlOf(state);
    const isNext = state.open && written.open && urlOf({ ...state, open: written.open }) === urlOf(written);
    written = state;
    if (url === urlOf({ ...parseUrl(), settings: state.settings })) return;
    const isTyping = document.activeElement?.type === 'search';
    if (isNext || isTyping && history.state?.isTyping) history.replaceState(history.state, '', url);
    else history.pushState({ isTyping }, '', url);
  };
  store.subscribe((state, before) => {
    if (state.open !== before.open) afterPaint().then(write);
    else if (urlOf(state) !== urlOf(before)) write();
  });
}

export const routerActions = ({ store }) => ({
  /** Other views than the inbox and what is done have a search of their own. */
  showView(view, query = [view, store.state.view].every(each => ['pending', 'done'].includes(each)) ? store.state.query : '', section = SECTIONS[0]) {
    document.querySelector('#menu').hidePopover();
    store.change({ view, query, tab: TABS[0], section, open: undefined });
  },
});
