import { html, nothing } from 'lit-html';
import { CHIPS, chipsIn } from './chips.js';
import { COLUMNS, isColumnShown } from './columns.js';
import { isCurrent } from './derived.js';
import { GROUPINGS } from './groups.js';
import { ORDERS } from './list.js';
import { insights } from '../core/api.js';
import { MINUTE, formatDate } from '../format/time.js';
import { t } from '../i18n/index.js';
import { barChart } from '../ui/bar-chart.js';
import { icon } from '../ui/icon.js';

/** Days that the bar chart covers. */
const DAYS = 30;

/** Loads the bars at most once a minute: they change slowly, and the list does not wait for them. */
export async function loadSummary(store) {
  const { summary: last } = store.state;
  if (last.loadedUntil > Date.now()) return;
  const loadedUntil = Date.now() + MINUTE;
  store.change({ summary: { ...last, loadedUntil } });
  const { arrivals, waiting } = await insights.ofDays(DAYS).catch(() => ({}));
  store.change({ summary: { days: arrivals?.days.map(({ day, count }, at) => ({ day, came: count, waits: waiting[at].count })) ?? last.days, loadedUntil } });
}

/** The number of results of the search; undefined until it is known. */
const resultText = view => isCurrent(view) && !view.searchError ? t.updates(view.total) : undefined;

/** "31 updates on 5 hosts", or the number of results of a search. */
function countText(view) {
  const { pending, hosts: list, query } = view;
  if (query) return resultText(view) ?? '–';
  const busy = list?.filter(({ counts }) => counts.pending > 0).length;
  return pending === undefined ? '–' : busy ? t.updatesOn(pending, busy) : t.updates(pending);
}

/** Leads to the updates without a tag if others have one: they come last. */
function untagged({ group, query, list, tags }, actions) {
  const count = list?.counts?.tag?.find(({ key }) => key === null)?.count;
  return group === 'tag' && !query && tags.length > 0 && count
    ? html`· <button class="quiet" @click=${() => actions.search('tag:none')}>${t.untaggedCount(count)}</button>` : nothing;
}

/** What is beside the title: the number of updates, the bars, and how the list is displayed. */
export const summaryHead = (view, actions) => html`
  <p>${countText(view)} ${untagged(view, actions)}</p>
  ${view.summary.days ? newPerDay(view, actions) : nothing}
  ${displayMenu(view, actions)}`;

/** The chips above the inbox. */
export const summary = (view, actions) => html`<div class="summary">${chips(view, actions)}</div>`;

/** What screen readers say once a search is answered. */
export const searchStatus = view => html`<p class="visually-hidden" role="status">${view.query && resultText(view)}</p>`;

/** The filters that are always there, with what the search finds of each. With Shift, several are pressed. */
function chips({ list, query }, actions) {
  const { on } = chipsIn(query);
  const chip = (name, at) => {
    const text = at === 0 ? t.allKinds : t.changeKinds[name] ?? t.overAMonth;
    const count = list?.chips?.[name];
    return html`
      <button data-kind=${name} class=${count === 0 ? 'none' : ''} aria-pressed=${name ? on.includes(name) : !on[0]} title="${text} (${at + 1})"
              @click=${({ shiftKey }) => actions.toggleChip(name, shiftKey)}>${text} <b>${count ?? '–'}</b></button>`;
  };
  return html`<div class="chips" role="group" aria-label=${t.kindOf}>${CHIPS.map(chip)}</div>`;
}

/** How the list is grouped and sorted, how dense it is, and its columns. A choice closes the menu and returns the focus to the list, but not that of columns. */
const displayMenu = ({ group, order, columns, settings }, actions) => html`
  <button class="quiet display" popovertarget="display" title=${t.display}>${t.groupings[group]} · ${t.orders[order]} ${icon('chevron')}</button>
  <div id="display" popover aria-label=${t.display}>
    ${choices(t.groupBy, GROUPINGS, t.groupings, group, value => actions.arrange({ group: value }), actions)}
    ${choices(t.order, ORDERS, t.orders, order, value => actions.arrange({ order: value }), actions)}
    ${choices(t.density, Object.keys(t.densities), t.densities, settings.density, density => actions.setPreference({ density }), actions)}
    <div role="group" aria-label=${t.columnsShown}><h3>${t.columnsShown}</h3>${COLUMNS.map(each => html`
      <button class="quiet" aria-pressed=${isColumnShown(columns, each)} @click=${() => actions.toggleColumn(each)}>${t.columns[each]}</button>`)}</div>
  </div>`;

const choices = (label, values, names, current, choose, actions) => html`
  <div role="group" aria-label=${label}><h3>${label}</h3>${values.map(each => html`
    <button class="quiet" aria-pressed=${each === current} popovertarget="display" popovertargetaction="hide" @click=${() => {
    choose(each);
    actions.focusList();
  }}>${names[each]}</button>`)}</div>`;

let last = {};

/** The items by ISO date, computed only when they have changed: each key press asks for it. */
function byDay(items) {
  if (last.items !== items) last = { items, days: Map.groupBy(items, dayOf) };
  return last.days;
}

const knownDays = new WeakMap();

/** Formatting a date takes long, and most items stay when others change. */
function dayOf(item) {
  if (!knownDays.has(item)) knownDays.set(item, new Date(item.since).toLocaleDateString('sv'));
  return knownDays.get(item);
}

/** Updates by the day of their arrival: those that still wait, and as a paler part those that are done. A bar with some that wait filters by its day. */
function newPerDay(view, actions) {
  const { summary: { days }, query, list, items } = view;
  const sum = days.reduce((total, { came }) => total + came, 0);
  const loaded = !query && isCurrent(view) && !list.cursor && byDay(items);
  return barChart(days.map(({ day, came, waits: counted }) => {
    const waits = loaded ? loaded.get(day)?.length ?? 0 : counted;
    const term = `on:${day}`;
    const isOn = query === term;
    const all = Math.max(came, waits);
    return { count: waits, all, label: t.onDay(formatDate(`${day}T12:00`), all, waits), isOn, toggle: waits > 0 || isOn ? () => actions.search(isOn ? '' : term) : undefined };
  }), t.arrivals(sum, days.length));
}
