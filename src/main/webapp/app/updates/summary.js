import { html, nothing, svg } from 'lit-html';
import { isOld } from './feed.js';
import { GROUPINGS, ORDERS } from './view.js';
import { dateText, sinceText } from './age.js';
import { icon } from '../shell/icon.js';
import { t } from '../texts/text.js';

const OVER_A_MONTH = 'older:30d';

/** What waits, in figures; a figure is a filter. */
export function summary(view, actions) {
  const { side, query, pending } = view;
  return html`
    <section class="summary" aria-label=${t.view.pending}>
      <button class="figure" @click=${() => actions.search('')}><b>${pending}</b> ${t.waiting}</button>
      ${oldFigure(view, actions)}
      ${side.days ? bars(side.days, query, actions) : nothing}
      <div class="tools">
        ${choice(t.order, ORDERS, t.orders, view.order, actions.sort)}
        ${choice(t.groupBy, GROUPINGS, t.groupings, view.group, actions.groupBy)}
        ${view.total > 0 ? doneWithAll(view, actions) : nothing}
      </div>
      ${trust(side.hosts ?? [], view, actions)}
    </section>`;
}

function oldFigure({ side, list, items, query, now }, actions) {
  const isWhole = !query && list && !list.cursor;
  const count = isWhole ? items.filter(item => isOld(item, now)).length : side.old;
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

const doneWithAll = ({ total, query }, actions) => html`
  <button class="all" data-needs="editor" @click=${actions.acknowledgeAll}>${icon('check')} ${query ? t.doneWithFound(total) : t.doneWithAll(total)}</button>`;

/** Who reported last, and who no longer does: silence must not look like being up to date. */
function trust(hosts, { now }, actions) {
  const [last, ...others] = hosts.filter(host => !host.silent_since).sort((a, b) => Date.parse(b.last_seen_at) - Date.parse(a.last_seen_at));
  const told = ({ host, name, last_seen_at: at }) => [name || host || t.noHost, sinceText(at, now)];
  const link = (kind, content) => html`<button class=${kind} @click=${() => actions.show('hosts')}>${content}</button>`;
  return html`
    <div class="trust">
      ${last ? link('quiet', [t.reported(...told(last)), others.length > 0 ? t.andHosts(others.length) : '']) : nothing}
      ${hosts.filter(host => host.silent_since).map(host => link('silence', [icon('alert'), ' ', t.silent(...told(host))]))}
    </div>`;
}

const WIDTH = 8;
const HEIGHT = 40;

/** The arrivals of the last days: a bar names its day, and is a filter. The arrows lead from one to the next. */
function bars(days, query, actions) {
  const highest = Math.max(1, ...days.map(({ count }) => count));
  const sum = days.reduce((total, { count }) => total + count, 0);
  return html`
    <svg class="bars" viewBox="0 0 ${days.length * WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="group"
         aria-label=${t.arrivals(sum, days.length)}>
      ${days.map(({ day, count }, at) => bar(day, count, at * WIDTH, count / highest * (HEIGHT - 4), at === days.length - 1, query, actions))}
    </svg>`;
}

function bar(day, count, x, height, isLast, query, actions) {
  const term = `on:${day}`;
  const isOn = query === term;
  const label = t.onDay(count, dateText(`${day}T12:00`));
  return svg`
    <g role="button" tabindex=${isLast ? 0 : -1} aria-pressed=${isOn} aria-label=${label}
       @click=${() => actions.search(isOn ? '' : term)} @keydown=${walk} @focus=${stay}>
      <title>${label}</title>
      <rect class="room" x=${x} width=${WIDTH} height=${HEIGHT}></rect>
      <rect x=${x + 1} y=${HEIGHT - Math.max(height, 1.5)} width=${WIDTH - 2} height=${Math.max(height, 1.5)} rx="1"></rect>
    </g>`;
}

function walk(event) {
  const { key, target } = event;
  if (key === 'ArrowLeft') target.previousElementSibling?.focus();
  else if (key === 'ArrowRight') target.nextElementSibling?.focus();
  else if (key === 'Enter' || key === ' ') target.dispatchEvent(new MouseEvent('click'));
  else return;
  event.preventDefault();
}

/** Only the bar that was gone to last takes part in tabbing. */
function stay({ target }) {
  for (const each of target.parentNode.children) each.setAttribute('tabindex', each === target ? 0 : -1);
}
