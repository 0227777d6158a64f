import { readStored, writeStored } from '../core/storage.js';

const KEY = 'diun-dashboard-searches';
const MOST = 5;

/** The last searches of this browser, the latest first. */
export const recentSearches = () => readStored(KEY, []);

export function remember(query) {
  const text = query.trim();
  if (text) writeStored(KEY, [text, ...recentSearches().filter(each => each !== text)].slice(0, MOST));
}
