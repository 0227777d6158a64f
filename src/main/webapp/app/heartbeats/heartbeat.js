import { html, nothing } from 'lit-html';
import { runStrip } from './run-strip.js';
import { lastComplete, running, unchecked } from './runs.js';
import { send } from '../core/api.js';
import { formatDuration, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { formError } from '../ui/form.js';
import { icon } from '../ui/icon.js';
import { loopbackHint } from '../ui/loopback-hint.js';

/** The last runs of Diun on a host, or that its silence is only a guess. */
export function heartbeatOf(host, name, now) {
  const { heartbeat, state_by: by } = host;
  if (!heartbeat) return html`<p class="hint">${t.heartbeat.guess}</p>`;
  if (by === 'guess') return html`<p class="hint">${t.heartbeat.waiting}</p>`;
  const { runs } = heartbeat;
  const count = unchecked(host);
  return html`
    ${runs.length > 0 ? runStrip(runs) : nothing}
    <p class="hint">${sentences(runs, heartbeat, now)}</p>
    ${count > 0 ? html`<p class="unchecked">${icon('alert')} ${t.unchecked(count, name)}</p>` : nothing}`;
}

function sentences(runs, { last_failed_at: stop }, now) {
  const last = lastComplete(runs);
  const current = running(runs);
  return [
    last && lastRun(last, now),
    current && t.runs.running(relativeTime(current.started_at, now)),
    stop && t.runs.stopped(relativeTime(stop, now)),
  ].filter(Boolean).map(each => `${each}.`).join(' ');
}

/** "Last run 2h ago: 41 checked in 8 seconds, 2 new, 1 updated". */
function lastRun({ started_at: start, ended_at: end, scanned, new: found, updated }, now) {
  const time = start && formatDuration(Math.max(Date.parse(end) - Date.parse(start), 0));
  const facts = [
    scanned !== null && t.runs.checked(scanned, time),
    found > 0 && t.runs.found(found),
    updated > 0 && t.runs.updated(updated),
  ].filter(Boolean);
  return [t.runs.last(relativeTime(end, now)), facts.join(', ')].filter(Boolean).join(': ');
}

/** The button that creates or revokes the heartbeat of a host. */
export const watchButton = ({ host, heartbeat }, name, actions) => heartbeat
  ? html`<button data-needs="admin" aria-label=${t.heartbeat.stopWhat(name)} @click=${() => actions.openDialog('stopWatching', { id: heartbeat.id, name })}>${t.heartbeat.stop}</button>`
  : html`<button data-needs="admin" aria-label=${t.heartbeat.watchWhat(name)} @click=${() => watch(host, name, actions)}>${t.heartbeat.watch}</button>`;

/** Opens the settings for Diun with the new secret, which the server does not return again. */
const watch = (host, name, actions) => actions.run(async () => {
  const created = await send('POST', 'heartbeats', { host });
  actions.openDialog('watch', { created, name, isHeld: true });
});

export const dialogs = {
  watch: ({ dialog: { created: { base_url: url, uuid }, name, isHeld } }, actions) => ({
    title: t.heartbeat.watchWhat(name),
    content: html`
      <p role="status">${isHeld ? t.heartbeat.hint : t.heartbeat.closing}</p>
      ${snippet('diun.yml', `watch:\n  healthchecks:\n    baseURL: ${url}\n    uuid: ${uuid}`, actions)}
      <p class="hint">${t.heartbeat.variables}</p>
      ${snippet(t.heartbeat.environment, `DIUN_WATCH_HEALTHCHECKS_BASEURL=${url}\nDIUN_WATCH_HEALTHCHECKS_UUID=${uuid}`, actions)}
      ${loopbackHint(new URL(url).hostname)}
      <div class="answers"><button class="primary" @click=${actions.closeDialog}>${t.token.isCopied}</button></div>`,
  }),

  /** Asks before a heartbeat is revoked, which cannot be undone. */
  stopWatching: ({ dialog }, actions) => ({
    title: t.heartbeat.stopAsk(dialog.name),
    content: html`
      <p>${t.heartbeat.stopHint}</p>
      ${formError(dialog)}
      <div class="answers">
        <button autofocus @click=${actions.closeDialog}>${t.cancel}</button>
        <button class="danger" data-needs="admin"
                @click=${() => actions.submitDialog(() => send('DELETE', `heartbeats/${dialog.id}`), t.heartbeat.stopped(dialog.name))}>${t.heartbeat.stop}</button>
      </div>`,
  }),
};

const snippet = (label, text, actions) => html`
  <div class="snippet">
    <pre tabindex="0" role="region" aria-label=${label}>${text}</pre>
    <button aria-label=${t.copyWhat(label)} @click=${event => actions.copy(event.target.previousElementSibling)}>${t.copy}</button>
  </div>`;
