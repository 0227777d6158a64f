import { html, nothing } from 'lit-html';
import { isCurrent } from './derived.js';
import { GROUPINGS } from './groups.js';
import { ORDERS, kindIn, withKind } from './list.js';
import { images, insights } from '../core/api.js';
import { MINUTE, formatDate, isOverAMonth } from '../format/time.js';
import { t } from '../i18n/index.js';
import { barChart } from '../ui/bar-chart.js';

const OVER_A_MONTH = 'older:30d';

/** The kinds that have a chip: all that can be compared. */
const KINDS = ['major', 'minor', 'patch', 'rebuild', 'new'];

/** Days that the bar chart covers. */
const DAYS = 30;

/** Loads the figures at most once a minute: they change slowly, and the list does not wait for them. */
export async function loadSummary(store) {
  const { summary: last } = store.state;
  if (last.loadedUntil > Date.now()) return;
  const loadedUntil = Date.now() + MINUTE;
  store.change({ summary: { ...last, loadedUntil } });
  const [old, days] = await Promise.all([
    images.list({ state: 'pending', q: OVER_A_MONTH, limit: 1 }).then(({ total }) => total).catch(() => last.old),
    insights.ofDays(DAYS).then(({ arrivals }) => arrivals.days).catch(() => last.days),
  ]);
  store.change({ summary: { old, days, loadedUntil } });
}

/** "31 updates on 5 hosts", or the number of results of a search. */
export function countText(view) {
  const { pending, hosts: list, query, total } = view;
  if (query) return isCurrent(view) && !view.searchError ? t.updates(total) : '–';
  const busy = list?.filter(({ counts }) => counts.pending > 0).length;
  return pending === undefined ? '–' : busy ? t.updatesOn(pending, busy) : t.updates(pending);
}

/** The figures above the inbox. Each one is a filter. */
export function summary(view, actions) {
  const { summary: { days }, query } = view;
  return html`
    <section class="summary" aria-label=${t.view.pending}>
      <div class="filters">
        ${oldFigure(view, actions)}
      </div>
      ${days ? newPerDay(days, query, actions) : nothing}
      ${kindChips(view, actions)}
      <div class="tools">
        ${choice(t.order, ORDERS, t.orders, view.order, actions.sort)}
        ${choice(t.groupBy, GROUPINGS, t.groupings, view.group, actions.groupBy)}
      </div>
    </section>`;
}

/** The kinds of updates with their numbers. Each one limits the search to it. */
function kindChips({ list, query }, actions) {
  if (!list?.kindCounts) return nothing;
  const counts = new Map(list.kindCounts.map(({ key, count }) => [key, count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const current = kindIn(query);
  const chip = (kind, name, count) => html`
    <button data-kind=${kind || nothing} aria-pressed=${kind === current} @click=${() => actions.search(withKind(query, kind === current ? '' : kind))}>
      ${name} <b>${count}</b></button>`;
  return html`
    <div class="chips" role="group" aria-label=${t.kindOf}>
      ${chip('', t.allKinds, all)}${KINDS.map(kind => chip(kind, t.changeKinds[kind], counts.get(kind) ?? 0))}
    </div>`;
}

/** Counts the rows if all pending updates are loaded, otherwise shows the server's count. */
function oldFigure(view, actions) {
  const { summary: { old }, list, items, query, now } = view;
  const isComplete = !query && isCurrent(view) && !list.cursor;
  const count = isComplete ? items.filter(({ since }) => isOverAMonth(since, now)).length : old;
  const isOn = query === OVER_A_MONTH;
  return count || isOn ? html`
    <button class="figure stale" aria-pressed=${isOn} @click=${() => actions.search(isOn ? '' : OVER_A_MONTH)}>
      <b>${count ?? 0}</b> ${t.overAMonth}</button>` : nothing;
}

const choice = (label, values, names, current, choose) => html`
  <label class="choice">${label}
    <select @change=${event => choose(event.target.value)}>
      ${values.map(each => html`<option value=${each} ?selected=${each === current}>${names[each]}</option>`)}
    </select>
  </label>`;

/** New updates per day; a bar filters by its day. */
function newPerDay(days, query, actions) {
  const sum = days.reduce((total, { count }) => total + count, 0);
  return barChart(days.map(({ day, count }) => {
    const term = `on:${day}`;
    const isOn = query === term;
    return { count, label: t.onDay(count, formatDate(`${day}T12:00`)), isOn, toggle: () => actions.search(isOn ? '' : term) };
  }), t.arrivals(sum, days.length));
}
