import { html, nothing, svg } from 'lit-html';
import { area, columns } from './charts.js';
import { images, insights } from '../core/api.js';
import { hostName } from '../format/host-name.js';
import { formatDate, formatDateTime, formatDuration, relativeTime } from '../format/time.js';
import { locale, t } from '../i18n/index.js';
import { imageUrl, parseReference } from '../images/reference.js';
import { rowOfImage } from '../inbox/open-row.js';
import { kindChip } from '../inbox/row.js';
import { isAudible } from '../inbox/states.js';
import { searchTerm } from '../ui/search-term.js';

/** The periods that the view can cover, in days. */
const PERIODS = [30, 90, 365];

export const load = ({ settings }) => insights.ofDays(settings.days);

export const insightsActions = ({ toasts }, { mute }) => ({
  /** Mutes an image on all hosts. The statistics do not have its places. */
  async muteImage(reference) {
    try {
      const row = rowOfImage(await images.one(reference));
      if (isAudible(row)) mute([row]);
      else toasts.success(t.toast.mutes(row.item.name));
    } catch ({ message }) {
      toasts.error(message);
    }
  },
});

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** A number, or a dash if it is unknown. */
const shown = value => value === null ? '–' : number.format(value);

const noon = day => `${day}T12:00`;

/** Five questions about the inbox. Each has a figure in words, a picture, and tables with the same numbers to download. */
export function page(data, view, actions) {
  if (data.top_images.length === 0 && data.most_urgent.length === 0) return html`<p class="empty-state">${t.insights.none}</p>`;
  return html`
    <div class="chips" role="group" aria-label=${t.insights.period}>
      ${PERIODS.map(days => html`<button aria-pressed=${days === view.settings.days} @click=${() => actions.setPreference({ days })}>${t.insights.days(days)}</button>`)}
    </div>
    ${[first, progress, time, noise, hosts].map(each => each(data, view, actions))}`;
}

/** A question with its answer. The files are members of the statistics, with hyphens. */
const question = (title, answer, contents, files, { settings }) => html`
  <section class="chart" aria-label=${title}>
    <h2>${title}</h2>
    <p class="answer">${answer}</p>
    ${contents}
    <p class="files">${files.map(([file, name]) => html`<a href=${insights.file(file, settings.days)} download aria-label=${t.insights.download(name ?? title)}>${name ?? t.insights.table} (CSV)</a>`)}</p>
  </section>`;

const table = (title, heads, rows) => html`
  <table aria-label=${title}>
    <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, ...values]) => html`<tr><th scope="row">${name}</th>${values.map(value => html`<td>${value}</td>`)}</tr>`)}</tbody>
  </table>`;

/** A bar in a row of a table: a part of the largest value, and what exceeds it up to another value. */
const bar = (value, most, until = value) => html`
  <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${svg`
    <rect class="pending" width=${value / most * 100} height="8"></rect><rect class="done" x=${value / most * 100} width=${(until - value) / most * 100} height="8"></rect>`}</svg>`;

const largest = values => Math.max(...values, Number.MIN_VALUE);

function first({ most_urgent: urgent }, view) {
  const ages = urgent.map(({ pending_since: since }) => view.now - Date.parse(since));
  const majors = urgent.filter(({ change }) => change.kind === 'major').length;
  const { title, answer, nothing: none } = t.insights.first;
  return question(title, urgent.length === 0 ? none : answer(urgent.length, majors, formatDuration(largest(ages))), urgent.length === 0 ? nothing : table(title,
    [t.insights.image, t.insights.age, t.insights.pendingSince, t.groupings.host],
    urgent.map(({ image, change, pending_since: since, hosts: where }, at) => [
      html`${imageLink(image)} ${kindChip(change)}`, bar(ages[at], largest(ages)),
      html`<time datetime=${since} title=${formatDateTime(Date.parse(since))}>${relativeTime(since, view.now)}</time>`,
      html`<span translate="no">${where.map(hostName).join(', ')}</span>`])), [['most-urgent']], view);
}

function imageLink(reference) {
  const { path, name, version } = parseReference(reference);
  return html`<a class="image" href=${imageUrl(reference)} title=${reference} translate="no">${path}<b>${name}</b>${version}</a>`;
}

function progress({ pending, still_pending: still, weeks, by_kind: kinds, done_by: actors, to }, view) {
  const { title, answer, pending: perDay, weeks: perWeek, kinds: byKind, actors: byActor } = t.insights.progress;
  const [came, done] = ['opened', 'done'].map(member => weeks.reduce((sum, week) => sum + week[member], 0));
  const [before, now] = [pending[0]?.count ?? 0, pending.at(-1)?.count ?? 0];
  const most = largest(kinds.map(each => each.pending));
  const mostDone = largest(actors.map(({ count }) => count));
  const stillPending = at => still === null ? '–' : still.filter(({ days }) => days[at].count > 0).map(({ kind, days }) => `${days[at].count} ${t.changeKinds[kind]}`).join(', ') || 0;
  return question(title, answer(came, done, now, now - before, formatDate(noon(pending[0]?.day ?? to))), html`
    <h3>${perDay}</h3>
    <p class="scale legend"><span>${t.insights.stillPending}: ${still === null ? '–' : still.map(({ kind }) => html`<span class="key" data-kind=${kind}>${t.changeKinds[kind]}</span>`)}</span> <span class="key gone">${t.insights.gone}</span></p>
    ${area(pending, still ?? [], perDay, at => `${formatDate(noon(pending[at].day))}: ${pending[at].count}. ${t.insights.stillPending}: ${stillPending(at)}`)}
    <details><summary>${t.insights.show(perDay)}</summary>
      ${table(perDay, [t.insights.day, t.insights.pending, t.insights.stillPending], pending.map(({ day, count }, at) => [formatDate(noon(day)), count, stillPending(at)]))}</details>
    <h3>${perWeek} <span class="key new">${t.insights.arrived}</span> <span class="key">${t.insights.done}</span></h3>
    ${columns(weeks, perWeek)}
    <details><summary>${t.insights.show(perWeek)}</summary>
      ${table(perWeek, [t.insights.week, t.insights.arrived, t.insights.done, t.insights.pending], weeks.map(week => [formatDate(noon(week.from)), week.opened, week.done, week.pending]))}</details>
    <div class="pair">
      ${table(byKind, [t.groupings.kind, t.insights.share, t.insights.pending], kinds.map(each => [t.changeKinds[each.kind], bar(each.pending, most), each.pending]))}
      ${actors.length > 0 ? table(byActor, [byActor, t.insights.share, t.insights.done], actors.map(({ actor, count }) => [actorName(actor), bar(count, mostDone), count])) : nothing}
    </div>`, [['pending', perDay], ['weeks', perWeek], ['done-by', byActor]], view);
}

const actorName = actor => actor === null ? t.insights.anyone : html`<span translate="no">${t.insights.actors[actor] ?? actor.replace(/^token:/, `${t.insights.token} `)}</span>`;

function time({ days_until_done: all, by_kind: kinds, by_host: places, by_tag: tags }, view) {
  const { title, answer, nothing: none } = t.insights.time;
  const parts = [
    [t.groupings.kind, kinds.map(each => [t.changeKinds[each.kind], each])],
    [t.groupings.host, places.map(each => [html`<span translate="no">${hostName(each)}</span>`, each])],
    [t.groupings.tag, tags.map(each => [each.tag ?? t.untagged, each])],
  ];
  const most = largest([kinds, places, tags].flat().map(each => each.days_until_done.p90 ?? 0));
  const row = ([name, { days_until_done: { median, p90, count } }]) => [name, bar(median ?? 0, most, p90 ?? 0), count, shown(median), shown(p90)];
  return question(title, all.count === 0 ? none : answer(all.count, shown(all.median), shown(all.p90)), html`
    <div class="pair">${parts.map(([head, rows]) => table(`${title} ${head}`, [head, t.insights.share, t.insights.done, t.insights.median, t.insights.p90], rows.map(row)))}</div>`,
  [['days-until-done']], view);
}

function noise({ top_images: top }, view, actions) {
  const { title, answer, hint, hold } = t.insights.noise;
  const most = largest(top.map(({ notifications }) => notifications));
  return question(title, top.length === 0 ? t.insights.none : answer(parseReference(top[0].image).name, top[0].notifications), html`
    ${table(title, [t.insights.image, t.insights.share, t.insights.times], top.map(({ image, notifications }) => [imageLink(image), bar(notifications, most), html`${notifications}
      <button class="quiet" data-needs="editor" aria-label=${t.muteWhat(parseReference(image).name)} title=${t.muteHint} @click=${() => actions.muteImage(image)}>${t.mute}</button>
      <button class="quiet" data-needs="editor" aria-label=${t.holdWhat(parseReference(image).name)} @click=${() => actions.editHold(image)}>${t.holdDots}</button>`]))}
    <p class="hint">${hint} <a href="?view=settings&section=holding">${hold}</a></p>`, [['top-images']], view);
}

function hosts({ by_host: places }, view, actions) {
  const { title, answer, silent } = t.insights.lag;
  const most = largest(places.map(({ pending }) => pending));
  const [worst] = places;
  return question(title, worst?.pending > 0 ? answer(hostName(worst), worst.pending, shown(worst.median_age), places.filter(({ silent_since: since }) => since).length) : t.insights.first.nothing,
    table(title, [t.groupings.host, t.insights.share, t.insights.pending, t.insights.medianAge, t.insights.done, silent], places.map(each => [
      html`<button class="quiet" translate="no" @click=${() => actions.showView('pending', searchTerm('host', each.host))}>${hostName(each)}</button>`,
      bar(each.pending, most), each.pending, shown(each.median_age), each.done,
      each.silent_since ? html`<span class="late">${formatDateTime(Date.parse(each.silent_since))}</span>` : '–'])), [['by-host']], view);
}
