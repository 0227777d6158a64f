import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { unknownHostList } from './unknown-hosts.js';
import { hosts, send, testNotifications, unknownHosts } from '../core/api.js';
import { hostName } from '../format/host-name.js';
import { isSilent } from '../format/silence.js';
import { DAY, MINUTE, formatDate, formatDateTime, formatDay, formatDuration, relativeTime } from '../format/time.js';
import { dialogs as heartbeatDialogs, heartbeatHint, runActions, runsOf, watchButton } from '../heartbeats/heartbeat.js';
import { unchecked } from '../heartbeats/runs.js';
import { t } from '../i18n/index.js';
import { applyOptimistically, changeOf } from '../inbox/optimistic.js';
import { chosenEnd, endChoices } from '../inbox/snooze-dialog.js';
import { rejectionList } from '../rejections/rejections.js';
import { moveFocusFrom } from '../ui/focus-neighbour.js';
import { form } from '../ui/form.js';
import { icon } from '../ui/icon.js';
import { searchTerm } from '../ui/search-term.js';

/** Loads the hosts with their last test, and the names of hosts that scripts ask for and that never reported. */
export async function load() {
  const [list, unknown, tests] = await Promise.all([hosts.all(), unknownHosts.all(), testNotifications.all()]);
  return { list, unknown, tests };
}

/** What needs attention comes first: silent hosts, images that Diun could not check, and hosts that are too new to tell. */
const rankOf = host => isSilent(host) ? 0 : unchecked(host) > 0 ? 1 : host.state === 'too_new' ? 2 : 3;

export const head = (view, actions) => html`<button class="add" data-needs="editor" @click=${actions.addHost}>${icon('plus')} ${t.host.add}</button>`;

/**
 * The rejected notifications, the unknown hosts, and the hosts whose name contains the search, or all if it finds none: it may be a
 * search for updates. Hosts that need attention come first.
 */
export function page({ list, unknown, tests }, view, actions) {
  const words = view.query.trim().toLowerCase();
  const found = list.filter(host => `${host.host} ${host.name ?? ''}`.toLowerCase().includes(words));
  const shown = found.length > 0 ? found : list;
  return [
    rejectionList(view, actions),
    unknownHostList(unknown, view, actions),
    shown.length === 0
      ? html`<p class="empty-state">${t.host.none}</p>`
      : html`<ul class="hosts">${repeat(shown.toSorted((a, b) => rankOf(a) - rankOf(b)), ({ host }) => host, host => card(host, { list, tests }, view, actions))}</ul>`,
  ];
}

export const hostActions = (context, { closeDialog }) => ({
  ...runActions(context),

  /** Removes a host with its occurrences. The focus goes from its card, which disappears, to the next one. */
  forgetHost(host) {
    closeDialog();
    moveFocusFrom(document.activeElement.closest('.host-card'), 'summary');
    applyOptimistically(context, {
      parts: [{
        images: [], name: hostName(host), places: [], apply: item => item,
        ...changeOf('removals', { host: host.host }),
      }],
      text: () => t.toast.removals(hostName(host)),
    });
  },

  /** Mutes the alarm of a host until a time or `next-report`; without one, it ends the mute. */
  muteAlarm(host, until) {
    const { alarm_muted_until: before } = host;
    const muting = end => ({ method: end ? 'PUT' : 'DELETE', path: 'host-mutes', body: { host: host.host, ...end && { until: end } } });
    applyOptimistically(context, {
      parts: [{
        images: [], name: hostName(host), places: [], apply: item => item,
        request: muting(until),
        inverse: () => [muting(before)],
      }],
      text: () => (until ? t.host.alarmMutedOf : t.host.alarmUnmutedOf)(hostName(host)),
    });
  },
});

function card(host, { list, tests }, view, actions) {
  const { now } = view;
  const name = hostName(host);
  const { last_seen_at: at, state, merged } = host;
  const gap = host.heartbeat?.interval_seconds ?? host.usual_gap_seconds;
  const test = tests.find(({ hostname, received_at: received }) => hostname === host.host && now - Date.parse(received) < DAY);
  const runs = runsOf(host, name, view, actions);
  return html`
    <li class="host-card ${isSilent(host) ? 'silent' : ''}">
      <h2 title=${host.host} translate="no">${name}</h2>
      ${runs.strip}
      <button class="figure" @click=${() => actions.showView('pending', searchTerm('host', host.host))}><b>${host.counts.pending}</b> ${t.waiting}</button>
      <div class="host-status">${runs.text} <p>${badge(host)} <time datetime=${at} title=${formatDateTime(at)}>${t.reported(name, relativeTime(at, now))}</time>${gap ? `, ${t.host.usual(formatDuration(Math.max(gap * 1000, MINUTE)))}` : nothing}
        ${test ? html`<span>${t.host.lastTest(relativeTime(test.received_at, now))}</span>` : nothing}</p>${muteOf(host, name, actions)}</div>
      <details><summary aria-label=${t.host.lookIntoWhat(name)}>${t.lookInto}</summary>
        ${state === 'silent' ? html`<p>${t.host.advice}</p>` : nothing}
        <p class="hint">${heartbeatHint(host)}</p>
        <p class="facts">
          ${host.name ? html`<code>${host.host}</code>` : nothing}
          <span>${t.host.images(host.counts.images)}</span> <span>${t.host.notifications(host.notifications)}</span>
          ${host.diun_version ? html`<span>Diun ${host.diun_version}</span>` : nothing}
          <span>${t.host.since(formatDate(host.first_seen_at))}</span>
        </p>
        ${merged.length > 0 ? html`
          <p class="merged">${t.host.mergedWith} ${merged.map(each => html`
            <span><code>${hostName(each)}</code> <button class="quiet" data-needs="admin" aria-label=${t.host.separate(hostName(each))}
              @click=${() => actions.submitDialog(() => send('DELETE', 'host-merges', { host: each.host }), t.toastOfParts.separated(hostName(each)))}>${icon('undo')} ${t.host.separateDo}</button></span>`)}</p>` : nothing}
        <div class="answers">
          <button data-needs="admin" aria-label=${t.host.renameWhat(name)} @click=${() => actions.openDialog('renameHost', { host })}>${t.host.rename}</button>
          ${list.length > 1 ? html`
            <button data-needs="admin" aria-label=${t.host.mergeWhat(name)} @click=${() => actions.openDialog('mergeHost', { host, list })}>${t.host.merge}</button>` : nothing}
          ${watchButton(host, name, actions)}
          <button data-needs="editor" aria-label=${t.imports.what(name)} @click=${() => actions.openImport({ host: host.host })}>${t.imports.open}</button>
          <button data-needs="editor" aria-label=${t.host.muteAlarmWhat(name)} @click=${() => actions.openDialog('muteAlarm', { host })}>${t.host.muteAlarm}</button>
          <button data-needs="editor" aria-label=${t.forgetWhat(name)} @click=${() => actions.openDialog('forgetHost', { host })}>${t.forget}</button>
        </div>
      </details>
    </li>`;
}

/** Silence of a host without a heartbeat is named as a guess. */
function badge(host) {
  const { state, state_by: by } = host;
  if (state === 'silent') return isSilent(host) ? html`<span class="badge">${icon('alert')} ${t.host.silent[by]}</span>` : html`<span>${t.host.silent[by]}</span>`;
  return state === 'too_new' ? html`<span class="hint">${t.host.tooNew}</span>` : nothing;
}

/** Until when the alarm of a host is muted. */
function muteOf(host, name, actions) {
  const { alarm_muted_until: until } = host;
  return until ? html`
    <p>${icon('mute')} ${t.host.alarmMuted(until !== 'next-report' && formatDay(new Date(until)))}
      <button class="quiet" data-needs="editor" aria-label=${t.host.unmuteWhat(name)} @click=${({ currentTarget }) => {
    currentTarget.closest('li').querySelector('summary').focus();
    actions.muteAlarm(host);
  }}>${t.host.unmute}</button></p>` : nothing;
}

export const dialogs = {
  ...heartbeatDialogs,

  muteAlarm: ({ dialog: { host } }, actions) => ({
    title: t.host.muteAlarmWhat(hostName(host)),
    content: html`
      <form class="fields" @submit=${event => submitMute(event, host, actions)}>
        ${endChoices(host.state === 'silent' ? t.host.untilReport : undefined, t.mute)}
      </form>`,
  }),

  forgetHost: ({ dialog: { host } }, actions) => ({
    title: t.host.forgetAsk(hostName(host)),
    content: html`
      <p>${t.host.forgetHint(hostName(host), host.counts.images)}</p>
      <div class="answers">
        <button autofocus @click=${actions.closeDialog}>${t.cancel}</button>
        <button class="danger" data-needs="editor" @click=${() => actions.forgetHost(host)}>${t.forget}</button>
      </div>`,
  }),

  renameHost: ({ dialog }, actions) => ({
    title: t.host.renameWhat(hostName(dialog.host)),
    content: form(dialog, actions, t.save, html`
      <label>${t.host.label}<input name="value" autofocus maxlength="200" autocomplete="off" .defaultValue=${dialog.host.name ?? ''} aria-describedby="form-error"></label>`,
    value => actions.submitDialog(() => send('PUT', 'host-names', { host: dialog.host.host, name: value.trim() || null }), t.toastOfParts.saved(value.trim() || dialog.host.host))),
  }),

  mergeHost: ({ dialog }, actions) => {
    const others = dialog.list.filter(({ host }) => host !== dialog.host.host);
    return {
      title: t.host.mergeWhat(hostName(dialog.host)),
      content: form(dialog, actions, t.host.mergeDo, html`
        <p class="hint">${t.host.mergeHint}</p>
        <label>${t.host.mergeInto}<select name="value" autofocus>${others.map((each, at) => html`<option value=${at}>${hostName(each)}</option>`)}</select></label>`,
      at => actions.submitDialog(() => send('PUT', 'host-merges', { host: dialog.host.host, into: others[at].host }), t.toastOfParts.merged(hostName(dialog.host), hostName(others[at])))),
    };
  },
};

function submitMute(event, host, actions) {
  event.preventDefault();
  const until = chosenEnd(event, 'next-report');
  if (!until) return;
  actions.closeDialog();
  actions.muteAlarm(host, until);
}
