import { html, nothing } from 'lit-html';
import { relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { icon } from '../ui/icon.js';

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** Shows how to connect Diun, until the first notification arrives. */
export function welcome({ testNotifications, now }, actions) {
  const endpoint = new URL('webhook', document.baseURI);
  return html`
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">${t.welcome.title}</h2>
      <p>${t.welcome.what}</p>
      <ol>
        <li>
          <p>${t.welcome.add}</p>
          <div class="snippet">
            <pre tabindex="0" role="region" aria-label="diun.yml">${snippetFor(endpoint)}</pre>
            <button class="primary" @click=${event => actions.copy(event.target.previousElementSibling)}>${t.copy}</button>
          </div>
          ${LOOPBACK.test(endpoint.hostname) ? html`<p class="hint">${t.welcome.loopback(endpoint.hostname)}</p>` : nothing}
        </li>
        <li>
          <p>${t.welcome.tryIt}</p>
          <pre tabindex="0" role="region" aria-label=${t.welcome.command}>docker exec diun diun notif test</pre>
        </li>
      </ol>
      <p class="waiting" role="status">${waitingText(testNotifications[0], now)}</p>
    </section>`;
}

const snippetFor = endpoint => `notif:
  webhook:
    endpoint: ${endpoint}
    method: POST`;

const waitingText = (test, now) => test
  ? html`${icon('check')} ${t.welcome.test(test.hostname, relativeTime(test.received_at, now))}`
  : t.welcome.waiting;
