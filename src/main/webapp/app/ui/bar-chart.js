import { html, nothing, svg } from 'lit-html';

const WIDTH = 8;
const HEIGHT = 40;

/**
 * Bars of two parts: `count` of `all`. Those with `toggle` are buttons. The arrow keys move the focus between the bars.
 *
 * @param {{count: number, all: number, label: string, isOn: boolean, toggle: function|undefined}[]} bars
 */
export function barChart(bars, label) {
  const highest = Math.max(1, ...bars.map(({ all }) => all));
  const heightOf = number => number / highest * (HEIGHT - 4);
  return html`
    <svg class="bars" viewBox="0 0 ${bars.length * WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label=${label}>
      ${bars.map((each, at) => bar(each, at * WIDTH, heightOf, at === bars.length - 1))}
    </svg>`;
}

const bar = ({ count, all, label, isOn, toggle }, x, heightOf, isLast) => svg`
  <g role=${toggle ? 'button' : 'img'} tabindex=${isLast ? 0 : -1} aria-pressed=${toggle ? isOn : nothing} aria-label=${label}
     @click=${toggle} @keydown=${onBarKey} @focus=${setTabStop}>
    <title>${label}</title>
    <rect class="room" x=${x} width=${WIDTH} height=${HEIGHT}></rect>
    ${column(x, Math.max(heightOf(all), 1.5), 'all')}${column(x, heightOf(count), '')}
  </g>`;

const column = (x, height, kind) => svg`<rect class=${kind} x=${x + 1} y=${HEIGHT - height} width=${WIDTH - 2} height=${height} rx="1"></rect>`;

function onBarKey(event) {
  const { key, target } = event;
  if (key === 'ArrowLeft') target.previousElementSibling?.focus();
  else if (key === 'ArrowRight') target.nextElementSibling?.focus();
  else if (key === 'Enter' || key === ' ') target.dispatchEvent(new MouseEvent('click'));
  else return;
  event.preventDefault();
}

/** Makes the focused bar the only one in the tab order. */
function setTabStop({ target }) {
  for (const each of target.parentNode.children) each.setAttribute('tabindex', each === target ? 0 : -1);
}
