import { html, nothing, svg } from 'lit-html';
import { kindOf } from './runs.js';
import { formatDate } from '../format/time.js';
import { t } from '../i18n/index.js';

const PLACES = 60;
const WIDTH = 6;
const HEIGHT = 24;

/** The bar of each kind of run, from its lower left corner. The kinds differ in shape, not only in colour. */
const BARS = {
  quiet: 'v-12h4v12z',
  news: 'v-22h4v22z',
  errors: 'v-14h4v14zm0 -18l2 -4l2 4z',
  failed: 'v-4h4v4z',
  running: 'v-2h4v2z',
};

/**
 * A bar for each of the last runs, the newest at the right, one path for each kind. Screen readers read a summary, and the run that
 * the arrow keys or the pointer choose.
 *
 * @param {number} [chosen] the index of that run
 */
export function runStrip(runs, chosen, choose) {
  const x = at => (PLACES - runs.length + at) * WIDTH + 1;
  const kinds = Map.groupBy(runs.map((run, at) => ({ kind: kindOf(run, runs), x: x(at) })), ({ kind }) => kind);
  const { started_at: start, ended_at: end } = runs[0];
  const counts = ['news', 'errors', 'failed'].filter(kind => kinds.has(kind)).map(kind => t.runs[kind](kinds.get(kind).length));
  const summary = [t.runs.since(runs.length, formatDate(start ?? end)), ...counts].join(', ');
  const move = at => choose(Math.min(Math.max(at, 0), runs.length - 1));
  return html`
    <svg class="runs" viewBox="0 0 ${PLACES * WIDTH} ${HEIGHT}" role="img" aria-label=${summary} tabindex="0"
         @keydown=${event => onKey(event, by => move((chosen ?? runs.length) + by))} @blur=${() => choose(undefined)}
         @click=${({ offsetX, currentTarget }) => move(Math.floor(offsetX / currentTarget.clientWidth * PLACES) - PLACES + runs.length)}>
      <title>${summary}</title>
      ${chosen === undefined ? nothing : svg`<rect class="chosen" x=${x(chosen) - 1} width=${WIDTH} height=${HEIGHT}></rect>`}
      ${[...kinds].map(([kind, bars]) => svg`<path class=${kind} d=${bars.map(bar => `M${bar.x} ${HEIGHT - 1}${BARS[kind]}`).join('')}></path>`)}
    </svg>`;
}

function onKey(event, move) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  move(by);
}
