import { html, svg } from 'lit-html';
import { dateText } from '../updates/age.js';
import { t } from '../texts/text.js';

const WIDTH = 900;
const HEIGHT = 160;
const BASE = HEIGHT - 20;
const TOP = 14;

/** Counts day by day, as a line above a tint. */
export function area(days, title) {
  const { most, y } = scale(days);
  const x = at => at / Math.max(days.length - 1, 1) * WIDTH;
  const line = days.map(({ count }, at) => `${x(at).toFixed(1)},${y(count).toFixed(1)}`).join(' ');
  return picture(title, days, most, [
    svg`<polygon points="0,${BASE} ${line} ${WIDTH},${BASE}"></polygon>`,
    svg`<polyline points=${line}></polyline>`,
    days.map(({ day, count }, at) => svg`<rect class="room" x=${x(at) - WIDTH / days.length / 2} width=${WIDTH / days.length} height=${BASE}><title>${label(day, count)}</title></rect>`),
  ], days[0]?.day, days.at(-1)?.day);
}

/** Counts week by week, as columns. */
export function columns(weeks, title) {
  const { most, y } = scale(weeks);
  const room = WIDTH / weeks.length;
  return picture(title, weeks, most, weeks.map(({ from, count }, at) => svg`
    <rect class="column" x=${at * room + room * 0.15} width=${room * 0.7} y=${y(count)} height=${BASE - y(count)} rx="2"><title>${label(from, count)}</title></rect>`),
  weeks[0]?.from, weeks.at(-1)?.from);
}

function scale(counts) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return { most, y: count => BASE - count / most * (BASE - TOP) };
}

const label = (day, count) => `${dateText(`${day}T12:00`)}: ${count}`;

const picture = (title, counts, most, shapes, from, to) => html`
  <svg class="picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}. ${t.insights.range(most, counts.length)}">
    ${svg`<line x1="0" x2=${WIDTH} y1=${TOP} y2=${TOP}></line><line x1="0" x2=${WIDTH} y1=${BASE} y2=${BASE}></line>
      <text x="0" y=${TOP - 4}>${most}</text>`}
    ${shapes}
    ${svg`<text x="0" y=${HEIGHT - 4}>${from && dateText(`${from}T12:00`)}</text>
      <text class="end" x=${WIDTH} y=${HEIGHT - 4}>${to && dateText(`${to}T12:00`)}</text>`}
  </svg>`;
