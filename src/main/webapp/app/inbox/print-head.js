import { html } from 'lit-html';
import { formatDateTime } from '../format/time.js';
import { t } from '../i18n/index.js';

/** The first line of a printed list: when it was printed, the search, and how many of the updates are on the paper. */
export const printHead = ({ list, items, total, query, now }) => html`
  <p class="printed">${[t.title, formatDateTime(now), query, list && t.printed(items.length, total)].filter(Boolean).join(' · ')}</p>`;
