import { html, nothing } from 'lit-html';
import { hostName } from '../format/host-name.js';
import { isSilent } from '../format/silence.js';
import { formatDateTime } from '../format/time.js';
import { t } from '../i18n/index.js';

/** What is only on paper: when it was printed, its address, the search, how many of the updates are on it, and which hosts are silent. */
export const printHead = ({ list, open, view, items, total, query, hosts, now }) => hosts ? html`
  <div class="printed">
    <p>${[t.title, formatDateTime(now), query, list && view === 'pending' && !open && t.printed(items.length, total)].filter(Boolean).join(' · ')}</p>
    <p>${location.href}</p>
    ${hosts.filter(isSilent).map(host => html`<p>${t.silent[host.state_by](hostName(host), formatDateTime(Date.parse(host.silent_since)))}</p>`)}
  </div>` : nothing;
