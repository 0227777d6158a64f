import { html, svg } from 'lit-html';
import { dateText } from '../updates/age.js';
import { t } from '../texts/text.js';

const WIDTH = 8;
const HEIGHT = 40;

/** The arrivals of the last days: a bar names its day, and is a filter. */
export function bars(days, query, actions) {
  const highest = Math.max(1, ...days.map(({ count }) => count));
  const sum = days.reduce((total, { count }) => total + count, 0);
  return html`
    <svg class="bars" viewBox="0 0 ${days.length * WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"
         aria-label=${t.arrivals(sum, days.length)}>
      ${days.map(({ day, count }, at) => bar(day, count, at * WIDTH, count / highest * (HEIGHT - 4), query, actions))}
    </svg>`;
}

function bar(day, count, x, height, query, actions) {
  const term = `on:${day}`;
  return svg`
    <g class=${query === term ? 'on' : ''} @click=${() => actions.search(query === term ? '' : term)}>
      <title>${t.onDay(count, dateText(`${day}T12:00`))}</title>
      <rect class="room" x=${x} width=${WIDTH} height=${HEIGHT}></rect>
      <rect x=${x + 1} y=${HEIGHT - Math.max(height, 1.5)} width=${WIDTH - 2} height=${Math.max(height, 1.5)} rx="1"></rect>
    </g>`;
}
