import { html, svg } from 'lit-html';

const WIDTH = 8;
const HEIGHT = 40;

/**
 * Bars that are toggle buttons. The arrow keys move the focus between them.
 *
 * @param {{count: number, label: string, isOn: boolean, toggle: function}[]} bars
 */
export function barChart(bars, label) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return html`
    <svg class="bars" viewBox="0 0 ${bars.length * WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label=${label}>
      ${bars.map((each, at) => bar(each, at * WIDTH, each.count / highest * (HEIGHT - 4), at === bars.length - 1))}
    </svg>`;
}

const bar = ({ label, isOn, toggle }, x, height, isLast) => svg`
  <g role="button" tabindex=${isLast ? 0 : -1} aria-pressed=${isOn} aria-label=${label}
     @click=${toggle} @keydown=${onBarKey} @focus=${setTabStop}>
    <title>${label}</title>
    <rect class="room" x=${x} width=${WIDTH} height=${HEIGHT}></rect>
    <rect x=${x + 1} y=${HEIGHT - Math.max(height, 1.5)} width=${WIDTH - 2} height=${Math.max(height, 1.5)} rx="1"></rect>
  </g>`;

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
