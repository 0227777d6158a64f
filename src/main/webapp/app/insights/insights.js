import { html, nothing } from 'lit-html';
import { area, columns } from './charts.js';
import { insights } from '../core/api.js';
import { hostName } from '../format/host-name.js';
import { formatDate } from '../format/time.js';
import { locale, t } from '../i18n/index.js';
import { searchTerm } from '../ui/search-term.js';

/** The periods that the view can cover, in days. */
const PERIODS = [30, 90, 365];

export const load = ({ settings }) => insights.ofDays(settings.days);

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** Charts of the inbox. Each one has a table with the same values. */
export function page(data, view, actions) {
  const { pending, arrivals, days_until_done: until, top_images: top } = data;
  if (top.length === 0) return html`<p class="empty-state">${t.insights.none}</p>`;
  const noon = day => `${day}T12:00`;
  return html`
    <div class="chips" role="group" aria-label=${t.insights.period}>
      ${PERIODS.map(days => html`<button aria-pressed=${days === view.settings.days} @click=${() => actions.setPreference({ days })}>${t.insights.days(days)}</button>`)}
    </div>
    <dl class="figures">
      ${figure(until.median, t.insights.median)}${figure(until.p90, t.insights.p90)}${figure(until.count, t.insights.count)}
    </dl>
    ${chart(t.insights.pending, area(pending, t.insights.pending), [t.insights.day, t.insights.waiting], pending.map(({ day, count }) => [formatDate(noon(day)), count]))}
    ${chart(t.insights.weeks, columns(arrivals.weeks, t.insights.weeks), [t.insights.week, t.insights.arrived], arrivals.weeks.map(({ from, count }) => [formatDate(noon(from)), count]))}
    <div class="pair">
      ${ranking(t.insights.byHost, t.groupings.host, data.by_host.map(({ host, name, ...counts }) => ({ ...counts, name: hostName({ host, name }), query: searchTerm('host', host) })), actions)}
      ${ranking(t.insights.byTag, t.groupings.tag, data.by_tag.map(({ tag, ...counts }) => ({ ...counts, name: tag ?? t.untagged, query: tag ? searchTerm('tag', tag) : 'tag:none' })), actions)}
      ${ranking(t.insights.byRegistry, t.groupings.registry, data.by_registry.map(({ registry, ...counts }) => ({ ...counts, name: registry || t.noGroup.registry, query: searchTerm('registry', registry) })), actions)}
      ${topImages(top, actions)}
    </div>`;
}

const figure = (value, label) => value === null ? nothing : html`<div><dt>${label}</dt><dd>${number.format(value)}</dd></div>`;

const chart = (title, picture, heads, rows) => html`
  <section class="chart" aria-label=${title}>
    <h2>${title}</h2>
    ${picture}
    <details><summary>${t.insights.table(title)}</summary>${table(title, heads, rows)}</details>
  </section>`;

const table = (title, heads, rows) => html`
  <table aria-label=${title}>
    <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, ...values]) => html`<tr><th scope="row">${name}</th>${values.map(value => html`<td>${value}</td>`)}</tr>`)}</tbody>
  </table>`;

/** A table with a bar in each row. A name opens the pending updates of that row. */
function ranking(title, head, entries, actions) {
  const sorted = entries.sort((a, b) => b.pending - a.pending || b.done - a.done);
  const most = Math.max(1, ...sorted.map(({ pending, done }) => pending + done));
  const rows = sorted.map(({ name, query, pending, done }) => [
    html`<button class="quiet" @click=${() => actions.showView('pending', query)}>${name}</button>`,
    html`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="pending" width=${pending / most * 100} height="8"></rect><rect class="done" x=${pending / most * 100} width=${done / most * 100} height="8"></rect></svg>`,
    pending, done]);
  return html`<section class="chart" aria-label=${title}><h2>${title}</h2>${table(title, [head, t.insights.share, t.insights.waiting, t.insights.done], rows)}</section>`;
}

const topImages = (top, actions) => html`
  <section class="chart" aria-label=${t.insights.top}><h2>${t.insights.top}</h2>
    ${table(t.insights.top, [t.insights.image, t.insights.times], top.map(({ image, notifications }) => [
      html`<button class="quiet" title=${image} @click=${() => actions.showView('pending', `image:"${image}"`)}>${image}</button>`, notifications]))}
  </section>`;
