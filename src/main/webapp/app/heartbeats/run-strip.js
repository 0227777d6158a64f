import { html, nothing, svg } from 'lit-html';
import { running } from './runs.js';
import { formatDate, HOUR } from '../format/time.js';
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

/** What a run was like: a key of the texts, and the CSS class of its bar. */
export function kindOf(run, runs) {
  if (running(runs) === run) return 'running';
  if (run.failed || !run.ended_at) return 'failed';
  if (run.errors > 0) return 'errors';
  return run.new + run.updated > 0 ? 'news' : 'quiet';
}

const timeOf = ({ started_at: start, ended_at: end }) => Date.parse(end ?? start);

/**
 * The places of the strip: the indices of the runs, and -1 for a gap. There is a gap if the next run came as late as when a host counts
 * as silent: after twice the usual interval and an hour.
 *
 * @param {?number} interval in seconds; null if it is unknown
 */
export function placesOf(runs, interval) {
  const usual = interval * 1000;
  let missing = 0;
  const places = runs.flatMap((run, at) => {
    const pause = at > 0 ? timeOf(run) - timeOf(runs[at - 1]) : 0;
    if (!interval || pause <= Math.max(2 * usual, HOUR)) return [at];
    missing += Math.max(Math.round(pause / usual) - 1, 1);
    return [-1, at];
  });
  return { places: places.slice(-PLACES), missing };
}

/**
 * A bar for each of the last runs, the newest at the right, one path for each kind, and a gap where runs are missing. Screen readers
 * read a summary, and the run that the arrow keys or the pointer choose.
 *
 * @param {?number} interval the usual interval of the runs in seconds
 * @param {number} [chosen] the index of that run
 */
export function runStrip(runs, interval, chosen, choose) {
  const { places, missing } = placesOf(runs, interval);
  const x = at => (PLACES - places.length + places.indexOf(at)) * WIDTH + 1;
  const shown = places.filter(at => at >= 0);
  const kinds = Map.groupBy(shown.map(at => ({ kind: kindOf(runs[at], runs), x: x(at) })), ({ kind }) => kind);
  const { started_at: start, ended_at: end } = runs[0];
  const counts = ['news', 'errors', 'failed'].filter(kind => kinds.has(kind)).map(kind => t.runs[kind](kinds.get(kind).length));
  const summary = [t.runs.since(runs.length, formatDate(start ?? end)), ...counts, ...missing > 0 ? [t.runs.missing(missing)] : []].join(', ');
  const move = at => choose(Math.min(Math.max(at, shown[0]), runs.length - 1));
  return html`
    <svg class="runs" viewBox="0 0 ${PLACES * WIDTH} ${HEIGHT}" role="img" aria-label=${summary} tabindex="0"
         @keydown=${event => onKey(event, by => move((chosen ?? runs.length) + by))} @blur=${() => choose(undefined)}
         @click=${({ offsetX, currentTarget }) => move(runAt(places, offsetX / currentTarget.clientWidth))}>
      <title>${summary}</title>
      ${chosen === undefined ? nothing : svg`<rect class="chosen" x=${x(chosen) - 1} width=${WIDTH} height=${HEIGHT}></rect>`}
      ${[...kinds].map(([kind, bars]) => svg`<path class=${kind} d=${bars.map(bar => `M${bar.x} ${HEIGHT - 1}${BARS[kind]}`).join('')}></path>`)}
    </svg>`;
}

/** The run at a part of the width; in a gap, the one after it. */
function runAt(places, part) {
  const at = Math.max(Math.floor(part * PLACES) - PLACES + places.length, 0);
  return places[at] < 0 ? places[at + 1] : places[at];
}

function onKey(event, move) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  move(by);
}
