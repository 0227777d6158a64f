import { html, nothing } from 'lit-html';
import { kindOf, runStrip } from './run-strip.js';
import { lastComplete, running, unchecked } from './runs.js';
import { send } from '../core/api.js';
import { formatDateTime, formatDuration, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { formError } from '../ui/form.js';
import { icon } from '../ui/icon.js';
import { loopbackHint } from '../ui/loopback-hint.js';

/** The last runs of Diun on a host: a bar for each, and what the last or the chosen one did. */
export function runsOf(host, name, { now, run }, actions) {
  const runs = host.heartbeat?.runs ?? [];
  if (runs.length === 0) return {};
  const chosen = run?.host === host.host ? run.at : undefined;
  const count = unchecked(host);
  return {
    strip: runStrip(runs, host.heartbeat.interval_seconds, chosen, at => actions.chooseRun(host.host, at)),
    text: html`
      <p class="run" aria-live="polite">${chosen === undefined ? sentences(runs, host.heartbeat, now) : runText(runs[chosen], runs)}</p>
      ${count > 0 ? html`<p class="unchecked">${icon('alert')} ${t.unchecked(count, name)}</p>` : nothing}`,
  };
}

/** Why the silence of a host is only a guess. */
export const heartbeatHint = ({ heartbeat, state_by: by }) => !heartbeat ? t.heartbeat.guess : by === 'guess' ? t.heartbeat.waiting : '';

export const runActions = ({ store }) => ({
  chooseRun: (host, at) => store.change({ run: at === undefined ? undefined : { host, at } }),
});

/** "Nov 24, 2026, 2:02 PM: 41 checked in 8 seconds, 2 new, 1 with errors". */
function runText(run, runs) {
  const { started_at: start, ended_at: end, errors } = run;
  const kind = kindOf(run, runs);
  const facts = [...factsOf(run), errors > 0 && t.runs.unchecked(errors), ['failed', 'running'].includes(kind) && t.runs.is[kind]].filter(Boolean);
  return [formatDateTime(start ?? end), facts.join(', ')].filter(Boolean).join(': ');
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
const lastRun = (run, now) => [t.runs.last(relativeTime(run.ended_at, now)), factsOf(run).join(', ')].filter(Boolean).join(': ');

function factsOf({ started_at: start, ended_at: end, scanned, new: found, updated }) {
  const time = start && end && formatDuration(Math.max(Date.parse(end) - Date.parse(start), 0));
  return [
    scanned !== null && t.runs.checked(scanned, time),
    found > 0 && t.runs.found(found),
    updated > 0 && t.runs.updated(updated),
  ].filter(Boolean);
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
