import { html, nothing } from 'lit-html';
import { icon } from './icon.js';
import { sinceText } from '../updates/age.js';

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** What a new installation shows until the first notification arrives. */
export function welcome({ tests, now }, actions) {
  const endpoint = new URL('webhook', document.baseURI);
  return html`
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">Point Diun here</h2>
      <p>Diun sends each image update it finds to this address, and here it waits until you are done with it.</p>
      <ol>
        <li>
          <p>Add this to your <code>diun.yml</code> and restart Diun:</p>
          <div class="snippet">
            <pre tabindex="0" aria-label="diun.yml">${snippetFor(endpoint)}</pre>
            <button class="primary" @click=${event => actions.copy(event.target.previousElementSibling)}>Copy</button>
          </div>
          ${LOOPBACK.test(endpoint.hostname) ? loopbackHint(endpoint) : nothing}
        </li>
        <li>
          <p>Try it:</p>
          <pre tabindex="0" aria-label="Command">docker exec diun diun notif test</pre>
        </li>
      </ol>
      <p class="waiting" role="status">${waitingText(tests, now)}</p>
    </section>`;
}

const snippetFor = endpoint => `notif:
  webhook:
    endpoint: ${endpoint}
    method: POST`;

const loopbackHint = ({ hostname }) => html`
  <p class="hint">From within a container <code>${hostname}</code> is the container itself: if Diun runs in one, write
    this machine's name or address instead.</p>`;

function waitingText([test], now) {
  if (!test) return 'Waiting for the first notification…';
  const since = sinceText(Date.parse(test.received_at), now);
  return html`${icon('check')} Test received from <b>${test.hostname}</b> ${since}. Waiting for the first update…`;
}
