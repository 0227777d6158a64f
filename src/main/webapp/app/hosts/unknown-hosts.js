import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { unknownHosts } from '../core/api.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { moveFocusFrom } from '../ui/focus-neighbour.js';

/** The names of hosts that scripts ask for and that never reported, each with the host that is probably meant. */
export const unknownHostList = (list, view, actions) => list.length === 0 ? nothing : html`
  <section class="group unknown-hosts" aria-labelledby="unknown-hosts">
    <header><h2 id="unknown-hosts">${t.host.unknownTitle}</h2> <span class="count">${list.length}</span></header>
    <ul>${repeat(list, ({ name }) => name, each => row(each, view, actions))}</ul>
  </section>`;

const row = ({ name, similar, count, last_asked_at: at }, { now }, actions) => html`
  <li class="past">
    <p>${t.host.unknown(name, similar)}${count > 1 ? html` <span>×${count}</span>` : nothing}</p>
    <time class="age" datetime=${at} title=${formatDateTime(at)}>${relativeTime(at, now)}</time>
    <button data-needs="editor" aria-label=${t.host.dismissWhat(name)}
            @click=${({ currentTarget }) => dismiss(name, currentTarget.closest('li'), actions)}>${t.dismiss}</button>
  </li>`;

/** Moves the focus on before the row disappears. */
const dismiss = (name, item, actions) => actions.submitDialog(async () => {
  await unknownHosts.dismiss(name);
  moveFocusFrom(item, 'button');
}, t.toastOfParts.dismissed(name));
