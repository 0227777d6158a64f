import { html } from 'lit-html';
import { menu } from './menu.js';
import { hasNews, withNews } from './news.js';
import { urlOf } from './router.js';
import { lateCount } from '../core/outbox.js';
import { formatTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { searchField } from '../search/search-field.js';
import { icon } from '../ui/icon.js';

export const header = (view, actions) => html`
  <header class="bar">
    <a class="brand" aria-label=${t.title} href=${urlOf({ ...view, view: 'pending', query: '', tab: undefined, section: undefined, open: undefined })}>${logo} <span>${t.title}</span></a>
    ${searchField(view, actions)}
    ${status(view)}
    <button class="plain menu ${hasNews(view) ? 'news' : ''}" aria-label=${withNews(t.menu, view)} title=${t.menu} popovertarget="menu">${icon('menu')}</button>
    <div id="menu" popover>${menu(view, actions)}</div>
  </header>`;

const logo = html`
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect width="24" height="24" rx="6" fill="#2f6feb"/>
    <path d="M12 5.5v8m0 0 3.5-3.5M12 13.5 8.5 10M5.5 14v3a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5v-3" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
  </svg>`;

/** A dot while all is well, otherwise with a word, or the number of changes that the server has not confirmed. */
function status({ connection, isStreaming, unsent, liveSince, lastResponseAt }) {
  const state = connection === 'live' && isStreaming === false ? 'polling' : connection;
  const late = lateCount(unsent);
  const text = state === 'offline' && lastResponseAt ? t.notConnectedSince(formatTime(lastResponseAt)) : t.connection[state];
  const details = { polling: t.pollingHint, live: t.liveSince(formatTime(liveSince ?? Date.now())) };
  return html`
    <span class="status ${late > 0 ? 'unsent' : ''} ${state}" role="status" title=${details[state] ?? text}><span>${late > 0 ? t.unsent(late) : text}</span></span>`;
}
