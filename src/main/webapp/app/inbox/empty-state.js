import { html, nothing } from 'lit-html';
import { isCurrent } from './derived.js';
import { hostName } from '../format/host-name.js';
import { isSilent } from '../format/silence.js';
import { comingDay, formatDateTime, relativeTime } from '../format/time.js';
import { locale, t } from '../i18n/index.js';
import { pastNames, pastText } from '../images/past-action.js';
import { nameOrCount } from '../images/reference.js';
import { follow } from '../ui/click.js';
import { icon } from '../ui/icon.js';
import { rejectedSearch } from '../ui/search-error.js';

const LIST = new Intl.ListFormat(locale);

/** What is in place of the list: a rejected search, no results, or that all updates are done. */
export function emptyState(view, actions) {
  if (view.searchError && !view.list) return rejectedSearch(view, actions);
  if (!isCurrent(view)) return html`<p class="empty-state loading">${t.loading}</p>`;
  return view.query ? noResults(view, actions) : allDone(view, actions);
}

/** What the search finds in other states, and how to search for its words instead of its keys. */
function noResults({ query, list: { elsewhere = {} } }, actions) {
  const words = query.replace(/(^|\s)-?\w+:(?!\d+\/)"?/g, ' ').replaceAll('"', '').trim();
  return html`
    <section class="empty-state">
      <h2>${t.noMatch}</h2>
      <p>${t.noneIn[query.replace(' -is:held', '')] ?? t.noMatchOf(query)} ${otherStates(query, elsewhere, actions)}</p>
      ${query.includes(':') && words !== query ? html`<button @click=${() => actions.search(words)}>${t.searchWords(words)}</button>` : nothing}
      <button @click=${() => actions.search('')}>${t.clearSearch}</button>
    </section>`;
}

/** "3 done and 1 snoozed do." with links. */
function otherStates(query, counts, actions) {
  const states = Object.keys(t.found).filter(state => counts[state] > 0);
  if (states.length === 0) return nothing;
  const links = states.map(state => {
    const q = `${query.trim()} is:${state}`;
    return html`<a href="?${new URLSearchParams({ q })}" @click=${event => follow(event, () => actions.search(q))}>${t.found[state](counts[state])}</a>`;
  });
  return [LIST.formatToParts(states).map(({ type, value }) => type === 'element' ? links.shift() : value), ' ', t.doMatch(states.reduce((sum, state) => sum + counts[state], 0))];
}

/** What comes back next, the last updates that were marked as done, and whether all hosts report. */
const allDone = ({ list: { elsewhere: { next, last } = {} }, hosts = [], now }, actions) => html`
  <section class="empty-state done">
    ${icon('check')}
    <h2>${t.allDone}</h2>
    <p>${next ? t.nextBack(nameOrCount([next.name]), comingDay(next.until, now)) : t.allDoneHint}</p>
    ${last ? html`
      <p><span title=${formatDateTime(last.at)}>${[pastText(last), relativeTime(last.at, now), last.actor && t.by(last.actor)].filter(Boolean).join(' ')}</span>: <span translate="no">${pastNames(last)}</span>
        <button class="quiet" data-needs="editor" aria-label=${t.undoWhat(pastText(last))} @click=${() => actions.undoPast(last)}>${t.undo}</button></p>` : nothing}
    ${hosts.length > 0 ? html`<p class=${hosts.some(isSilent) ? 'warning' : ''}>${health(hosts)}</p>` : nothing}
  </section>`;

/** "21 of 24 hosts reported as usual. 3 did not: old-box, k3s and edge." */
function health(hosts) {
  const { reporting = [], silent = [], too_new: young = [] } = Object.groupBy(hosts, ({ state }) => state);
  return [
    (reporting.length > 0 || silent.length > 0) && t.reportedAsUsual(reporting.length, hosts.length),
    silent.length > 0 && t.didNotReport(silent.length, LIST.format(silent.map(hostName))),
    young.length > 0 && t.tooNewToTell(young.length),
  ].filter(Boolean).join(' ');
}
