import { html, nothing } from 'lit-html';
import { DAY } from './age.js';
import { ORDERS } from './view.js';
import { icon } from '../shell/icon.js';

const OVER_A_MONTH = 'older:30d';

/** What waits, in figures; a figure is a filter. */
export function summary({ pending, shown, query, order, now }, actions) {
  const stale = pending.filter(update => now - update.receivedAt >= 30 * DAY).length;
  return html`
    <section class="summary" aria-label="Summary">
      <button class="figure" @click=${() => actions.search('')}>
        <b>${pending.length}</b> waiting</button>
      ${stale ? staleFigure(stale, query, actions) : nothing}
      <label class="order">Order
        <select @change=${event => actions.sort(event.target.value)}>
          ${Object.keys(ORDERS).map(each => html`<option ?selected=${each === order}>${each}</option>`)}
        </select>
      </label>
      <button @click=${() => actions.nameTag([])}>${icon('plus')} New tag</button>
      ${shown.length > 0 ? doneWithAll(shown.length, query, actions) : nothing}
    </section>`;
}

const staleFigure = (count, query, actions) => html`
  <button class="figure stale" aria-pressed=${query === OVER_A_MONTH}
          @click=${() => actions.search(query === OVER_A_MONTH ? '' : OVER_A_MONTH)}>
    <b>${count}</b> older than a month</button>`;

const doneWithAll = (count, query, actions) => html`
  <button @click=${actions.acknowledgeShown}>${icon('check')} Done with all ${count}${query ? ' found' : nothing}</button>`;
