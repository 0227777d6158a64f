import { html, nothing } from 'lit-html';
import { loadPast, pastNames, pastText } from './undo-past.js';
import { images, send } from '../core/api.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { doneText, untilText } from '../images/item.js';
import { parseReference } from '../images/reference.js';
import { icon } from '../ui/icon.js';

const KINDS = ['acknowledgements', 'snoozes', 'imports'];
const LIMIT = 100;

/** Loads the recent actions, the snoozed and the acknowledged images. */
export async function load({ query }) {
  const list = state => images.list({ state, q: query.trim(), sort: 'newest', limit: LIMIT });
  const [snoozed, acknowledged, past] = await Promise.all([list('snoozed'), list('acknowledged'), loadPast(KINDS)]);
  return { snoozed, acknowledged, past };
}

export function page({ snoozed, acknowledged, past }, { now }, actions) {
  return [
    card(t.past, past.length, past.map(change => actionRow(change, now, actions)), t.pastNone),
    card(t.snoozed, snoozed.total, snoozed.items.map(item => snoozedRow(item, actions)), t.snoozedNone),
    card(t.acknowledged, acknowledged.total, acknowledged.items.map(item => imageRow(item, doneText(item, now), 'acknowledged', actions)), t.acknowledgedNone),
  ];
}

const card = (title, count, rows, none) => html`
  <section class="group" aria-label=${title}>
    <header><h2>${title}</h2> <span class="count">${count}</span></header>
    ${rows.length > 0 ? html`<ul>${rows}</ul>` : html`<p class="nothing">${none}</p>`}
    ${rows.length > 0 && rows.length < count ? html`<p class="nothing">${t.newestOf(rows.length)}</p>` : nothing}
  </section>`;

function actionRow(change, now, actions) {
  const { at, actor, note, images: first, undone_at: undoneAt } = change;
  const what = pastText(change);
  const names = pastNames(change);
  return html`
    <li class="past ${undoneAt ? 'undone' : ''}">
      <p><b>${what}</b> <span title=${first.join('\n')}>${names}</span>
        ${actor ? html`<span>${t.by(actor)}</span>` : nothing} ${note ? html`<q>${note}</q>` : nothing}</p>
      <time class="age" datetime=${at} title=${formatDateTime(at)}>${relativeTime(at, now)}</time>
      ${undoneAt ? html`<span class="age">${t.undone(relativeTime(undoneAt, now))}</span>` : html`
        <button data-needs="editor" aria-label=${t.undoWhat(`${what}, ${names}`)} @click=${() => actions.undoPast(change)}>${icon('undo')} ${t.undo}</button>`}
    </li>`;
}

const snoozedRow = (item, actions) => item.held ? imageRow(item, `${t.stateOf.held} ${untilText(item)}`, 'held', actions) : imageRow(item, untilText(item), 'snoozed', actions);

function imageRow({ image: { reference }, note }, when, state, actions) {
  const { path, name, version } = parseReference(reference);
  return html`
    <li class="past">
      <p class="image" title=${reference}><span class="path">${path}</span><b class="name">${name}</b><span class="version">${version}</span>
        ${note ? html`<q>${note}</q>` : nothing}</p>
      <span class="age">${when}</span>
      <button data-needs="editor" aria-label=${t.endWhat[state](name)} @click=${() => actions.submitDialog(() => send('POST', 'reopenings', { images: [reference] }), t.toast.ended[state](name))}>${icon('undo')} ${t.end[state]}</button>
    </li>`;
}
