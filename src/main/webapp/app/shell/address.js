import { ORDERS } from '../updates/view.js';

/** The search and the order live in the address, so that a view can be bookmarked and survives a reload. */
export function readAddress() {
  const parameters = new URLSearchParams(location.search);
  const order = parameters.get('order');
  return { query: parameters.get('q') ?? '', order: Object.hasOwn(ORDERS, order) ? order : 'newest' };
}

export function writeAddress({ query, order }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (order !== 'newest') parameters.set('order', order);
  const search = parameters.size > 0 ? `?${parameters}` : '';
  history.replaceState(null, '', location.pathname + search);
}
