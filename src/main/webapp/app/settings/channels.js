import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { send } from '../core/api.js';
import { formatDay, relativeTime } from '../format/time.js';
import { locale, t } from '../i18n/index.js';

/** The server gives up on a destination before. */
const TEST_TIMEOUT_MS = 45_000;

const LIST = new Intl.ListFormat(locale);

const EXAMPLE = `DIUN_CHANNELS=ops
DIUN_CHANNELS_OPS_TYPE=ntfy
DIUN_CHANNELS_OPS_URL=https://ntfy.sh/…`;

/** Where messages about new updates are sent, and whether they arrive. */
export const channelList = (channels, view, actions) => channels.length === 0 ? empty(actions) : html`
  <p class="hint">${t.channel.hint}</p>
  <ul class="tokens channels">${repeat(channels, ({ name }) => name, channel => row(channel, view, actions))}</ul>`;

const empty = actions => html`
  <p>${t.channel.none}</p>
  <div class="snippet">
    <pre tabindex="0" role="region" aria-label=${t.channel.example}>${EXAMPLE}</pre>
    <button class="primary" @click=${event => actions.copy(event.target.previousElementSibling)}>${t.copy}</button>
  </div>
  <p class="hint">${t.channel.docs} <code>docs/channels.md</code></p>`;

function row(channel, { now, testing }, actions) {
  const { name, type, destination, failures, last_failure_at: failedAt, last_failure: reason } = channel;
  return html`
    <li>
      <p><b translate="no">${name}</b> ${t.channel.types[type]} <span class="hint" translate="no">${destination}</span></p>
      <p>${contentOf(channel)}</p>
      ${failures > 0 ? html`<p class="alarm">${t.channel.failed(failures, relativeTime(failedAt, now))} <q lang="en">${reason}</q></p>` : nothing}
      <p class="hint">${[lastText(channel, now), nextText(channel, now)].filter(Boolean).join(' · ')}</p>
      <button aria-label=${t.channel.testWhat(name)} aria-disabled=${Boolean(testing)} @click=${() => actions.testChannel(name)}>
        ${testing === name ? t.channel.testing : t.channel.test}</button>
    </li>`;
}

/** What the channel sends and when, in words. */
const contentOf = ({ events, filter, schedule, zone, remind_days: days }) => html`
  ${t.channel.content(LIST.format(events.map(each => t.channel.events[each])), scheduleText(schedule, zone))}
  ${filter ? html`${t.channel.filter} <code>${filter}</code>` : nothing} ${days ? t.channel.remind(days) : nothing}`;

function scheduleText(schedule, zone) {
  const [kind, ...at] = schedule.split(' ');
  const day = at.length > 1 ? t.channel.days[at[0]] : undefined;
  return t.channel.schedules[kind]({ day, time: at.at(-1), zone });
}

const lastText = ({ last_success_at: at }, now) => at ? t.channel.last(relativeTime(at, now)) : t.channel.never;

const nextText = ({ next_at: at, failures }, now) =>
  at && (Date.parse(at) <= now ? t.channel.due : t.channel[failures > 0 ? 'retry' : 'next'](formatDay(Date.parse(at))));

export const channelActions = ({ store, toasts, sync }) => ({
  /** Sends a test message. Other requests do not wait for it, because a destination can take long to answer. */
  async testChannel(name) {
    if (store.state.testing) return;
    store.change({ testing: name });
    try {
      await send('POST', `channels/${encodeURIComponent(name)}/test`, undefined, undefined, TEST_TIMEOUT_MS);
      toasts.success(t.channel.tested(name));
    } catch ({ message }) {
      toasts.error(message);
    }
    store.change({ testing: undefined });
    sync.refresh({ isForced: true });
  },
});
