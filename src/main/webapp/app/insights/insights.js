import { html, nothing } from 'lit-html';
import { area, columns } from './charts.js';
import { insights } from '../api.js';
import { locale, t } from '../texts/text.js';
import { dateText } from '../updates/age.js';

const DAYS = 90;
const texts = t.insights;

export const load = () => insights.read(DAYS);

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** How the inbox fares: each picture has its figures behind it. */
export function page(data, view, actions) {
  const { pending, arrivals, days_until_done: until, top_images: top } = data;
  if (top.length === 0) return html`<p class="blank">${texts.none}</p>`;
  const noon = day => `${day}T12:00`;
  return html`
    <dl class="figures">
      ${figure(until.median, texts.median)}${figure(until.p90, texts.p90)}${figure(until.count, texts.count)}
    </dl>
    ${chart(texts.pending, area(pending, texts.pending), [texts.day, texts.waiting], pending.map(({ day, count }) => [dateText(noon(day)), count]))}
    ${chart(texts.weeks, columns(arrivals.weeks, texts.weeks), [texts.week, texts.arrived], arrivals.weeks.map(({ from, count }) => [dateText(noon(from)), count]))}
    <div class="pair">
      ${ranking(texts.byHost, data.by_host.map(({ host, name, ...counts }) => ({ ...counts, name: name || host || t.noHost, query: term('host', host) })), actions)}
      ${ranking(texts.byTag, data.by_tag.map(({ tag, ...counts }) => ({ ...counts, name: tag ?? t.untagged, query: tag ? term('tag', tag) : 'tag:none' })), actions)}
      ${ranking(texts.byRegistry, data.by_registry.map(({ registry, ...counts }) => ({ ...counts, name: registry || t.noGroup.registry, query: term('registry', registry) })), actions)}
      ${topImages(top, actions)}
    </div>`;
}

const term = (key, value) => /^[\w./:-]+$/.test(value) ? `${key}:${value}` : `${key}:"${(value ?? '').replaceAll('"', '""')}"`;

const figure = (value, label) => value === null ? nothing : html`<div><dt>${label}</dt><dd>${number.format(value)}</dd></div>`;

const chart = (title, picture, heads, rows) => html`
  <section class="chart" aria-label=${title}>
    <h2>${title}</h2>
    ${picture}
    <details><summary>${texts.table(title)}</summary>${table(title, heads, rows)}</details>
  </section>`;

const table = (title, heads, rows) => html`
  <table aria-label=${title}>
    <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, ...values]) => html`<tr><th scope="row">${name}</th>${values.map(value => html`<td>${value}</td>`)}</tr>`)}</tbody>
  </table>`;

/** A table that is its own picture; a name leads to what waits there. */
function ranking(title, entries, actions) {
  const sorted = entries.sort((a, b) => b.pending - a.pending || b.done - a.done);
  const most = Math.max(1, ...sorted.map(({ pending, done }) => pending + done));
  const rows = sorted.map(({ name, query, pending, done }) => [
    html`<button class="quiet" @click=${() => actions.show('pending', query)}>${name}</button>`,
    html`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="pending" width=${pending / most * 100} height="8"></rect><rect class="done" x=${pending / most * 100} width=${done / most * 100} height="8"></rect></svg>`,
    pending, done]);
  return html`<section class="chart" aria-label=${title}><h2>${title}</h2>${table(title, ['', '', texts.waiting, texts.done], rows)}</section>`;
}

const topImages = (top, actions) => html`
  <section class="chart" aria-label=${texts.top}><h2>${texts.top}</h2>
    ${table(texts.top, [texts.image, texts.times], top.map(({ image, notifications }) => [
      html`<button class="quiet" title=${image} @click=${() => actions.show('pending', `image:"${image}"`)}>${image}</button>`, notifications]))}
  </section>`;
