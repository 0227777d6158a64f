import { GROUPINGS, ORDERS } from '../updates/view.js';

export const VIEWS = ['pending', 'done', 'insights', 'hosts'];

/** What lives in the address, by its parameter, with what it may be; the first of these is the default. */
const PARAMETERS = {
  view: ['view', VIEWS],
  query: ['q'],
  order: ['order', ORDERS],
  group: ['group', GROUPINGS],
};

/** View, search, order and grouping live in the address, so that Back works and a view can be bookmarked. */
export function readAddress() {
  const given = new URLSearchParams(location.search);
  const read = ([name, allowed]) => {
    const value = given.get(name);
    return allowed ? allowed.find(each => each === value) ?? allowed[0] : value ?? '';
  };
  return Object.fromEntries(Object.entries(PARAMETERS).map(([key, parameter]) => [key, read(parameter)]));
}

export function addressOf(state) {
  const parameters = new URLSearchParams();
  for (const [key, [name, allowed = ['']]] of Object.entries(PARAMETERS)) {
    if (state[key] !== allowed[0]) parameters.set(name, state[key]);
  }
  return parameters.size > 0 ? `?${parameters}` : location.pathname;
}

/** Each step is one of the browser's history; what is typed in one go is one step. */
export function followAddress(store) {
  addEventListener('popstate', () => store.change(readAddress()));
  document.addEventListener('focusout', ({ target }) => target.type === 'search' && history.replaceState(null, ''));
  store.subscribe((state, before) => {
    const address = addressOf(state);
    if (address === addressOf(before) || address === addressOf(readAddress())) return;
    const isTyping = document.activeElement?.type === 'search';
    if (isTyping && history.state?.isTyping) history.replaceState(history.state, '', address);
    else history.pushState({ isTyping }, '', address);
  });
}
