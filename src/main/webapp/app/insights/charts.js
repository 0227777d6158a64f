import { html, svg } from 'lit-html';
import { formatDate } from '../format/time.js';
import { t } from '../i18n/index.js';

const WIDTH = 900;
const HEIGHT = 160;

/**
 * Counts per day as an area chart, and parts of them as areas in front, the first at the bottom.
 *
 * @param {{kind: string, days: {count: number}[]}[]} parts
 * @param {function(number): string} textOf describes a day
 */
export function area(days, parts, title, textOf) {
  const layers = stacked(days, parts);
  const { most, y } = scale([...days, ...(layers.at(-1)?.top ?? []).map(count => ({ count }))]);
  const x = at => at / Math.max(days.length - 1, 1) * WIDTH;
  const line = counts => counts.map((count, at) => `${x(at).toFixed(1)},${y(count).toFixed(1)}`);
  const total = line(days.map(({ count }) => count)).join(' ');
  return picture(title, days, most, [
    svg`<polygon points="0,${HEIGHT} ${total} ${WIDTH},${HEIGHT}"></polygon>`,
    layers.map(({ kind, top, bottom }) => svg`<polygon data-kind=${kind} points=${[...line(top), ...line(bottom).reverse()].join(' ')}></polygon>`),
    svg`<polyline points=${total}></polyline>`,
    days.map((_, at) => svg`<rect class="room" x=${x(at) - WIDTH / days.length / 2} width=${WIDTH / days.length} height=${HEIGHT}><title>${textOf(at)}</title></rect>`),
  ], days[0]?.day, days.at(-1)?.day);
}

/** Puts each part on the ones before it. */
function stacked(days, parts) {
  let bottom = days.map(() => 0);
  return parts.map(part => {
    const layer = { kind: part.kind, bottom, top: bottom.map((count, at) => count + part.days[at].count) };
    bottom = layer.top;
    return layer;
  });
}

/** What came and what was done in each week, as pairs of columns. */
export function columns(weeks, title) {
  const { most, y } = scale(weeks.flatMap(({ opened, done }) => [{ count: opened }, { count: done }]));
  const room = WIDTH / weeks.length;
  const column = ({ from }, count, kind, x) => svg`<rect class="column ${kind}" x=${x} width=${room * 0.38} y=${y(count)} height=${HEIGHT - y(count)}><title>${label(from, count)}</title></rect>`;
  return picture(title, weeks, most, weeks.map((week, at) => [column(week, week.opened, 'new', (at + 0.1) * room), column(week, week.done, '', (at + 0.52) * room)]),
    weeks[0]?.from, weeks.at(-1)?.from);
}

function scale(counts) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return { most, y: count => HEIGHT - count / most * (HEIGHT - 2) };
}

const label = (day, count) => `${formatDate(`${day}T12:00`)}: ${count}`;

const picture = (title, counts, most, shapes, from, to) => html`
  <p class="scale">${most}</p>
  <svg class="picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"
       aria-label="${title}. ${t.insights.range(most, counts.length)}">
    ${svg`<line x1="0" x2=${WIDTH} y1="1" y2="1"></line><line x1="0" x2=${WIDTH} y1=${HEIGHT} y2=${HEIGHT}></line>`}
    ${shapes}
  </svg>
  <p class="scale">${[from, to].map(day => html`<span>${day && formatDate(`${day}T12:00`)}</span>`)}</p>`;
