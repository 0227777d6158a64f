import { html, nothing } from 'lit-html';
import { hostName } from '../format/host-name.js';
import { isSilent } from '../format/silence.js';
import { DAY, MINUTE, formatDuration } from '../format/time.js';
import { unchecked } from '../heartbeats/runs.js';
import { t } from '../i18n/index.js';
import { rejectionNews } from '../rejections/news.js';
import { follow } from '../ui/click.js';
import { icon } from '../ui/icon.js';

/** More silent hosts than this share a line. */
const MOST_LINES = 2;

export const alarmActions = ({ setPreference }) => ({
  /** Hides an alarm for a day in this browser. */
  dismissAlarm(key, { dismissed, now }) {
    const others = Object.entries(dismissed ?? {}).filter(([, until]) => until > now);
    setPreference({ dismissed: { ...Object.fromEntries(others), [key]: now + DAY } });
  },
});

/** What may be missing in the inbox: silent hosts, images that Diun could not check, and rejected notifications. */
export function alarms(view, actions) {
  const { settings: { dismissed = {} }, now } = view;
  const shown = alarmsOf(view).filter(({ key }) => !(dismissed[key] > now));
  return shown.length > 0 ? html`<ul class="alarms" aria-label=${t.alarms}>${shown.map(({ key, text }) => html`
    <li>${icon('alert')} <p>${text} <a href="?view=hosts" @click=${event => follow(event, () => actions.showView('hosts'))}>${t.lookInto}</a></p>
      <button class="plain" aria-label=${t.dismissForDay} title=${t.dismissForDay} @click=${() => actions.dismissAlarm(key, { dismissed, now })}>${icon('cross')}</button></li>`)}</ul>` : nothing;
}

/** The alarms, each with a key that changes when it tells something new. */
function alarmsOf({ hosts = [], rejections, now }) {
  const silent = hosts.filter(isSilent);
  const news = rejectionNews(rejections, now);
  return [
    ...silent.length > MOST_LINES ? [{ key: `silent ${silent.map(silenceOf)}`, text: t.silentHosts(hosts.filter(host => !host.silent_since).length, hosts.length, silent.map(hostName).join(', ')) }]
      : silent.map(host => ({ key: `silent ${silenceOf(host)}`, text: silenceText(host, now) })),
    ...hosts.filter(host => unchecked(host) > 0).map(host => ({ key: `unchecked ${host.host} ${unchecked(host)}`, text: t.unchecked(unchecked(host), hostName(host)) })),
    ...news ? [{ key: news, text: news }] : [],
  ];
}

const silenceOf = ({ host, silent_since: since }) => `${host} ${since}`;

function silenceText(host, now) {
  const gap = host.heartbeat?.interval_seconds ?? host.usual_gap_seconds;
  const since = formatDuration(now - Date.parse(host.silent_since));
  return [t.silentFor[host.state_by](hostName(host), since), gap ? t.usually[host.state_by](formatDuration(Math.max(gap * 1000, MINUTE))) : t.mayMiss].join(' ');
}
