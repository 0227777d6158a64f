import { html, nothing } from 'lit-html';
import { get } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { rejectionNews } from '../rejections/rejections.js';
import { icon } from '../ui/icon.js';
import { loopbackHint } from '../ui/loopback-hint.js';

const SECRETS = ['diun.webhook.secret', 'diun.webhook.host-secrets'];

/** Loads the names of the variables with webhook secrets. Undefined for users who must not read the settings. */
export async function loadSecrets(session) {
  const settings = hasRole({ session }, 'admin') ? await get('settings') : undefined;
  return settings?.filter(({ key, set }) => set && SECRETS.includes(key)).map(({ variable }) => variable);
}

/** Shows how to connect Diun, until the first notification arrives. */
export function welcome({ testNotifications, rejections, secrets, now }, actions) {
  const needsSecret = secrets?.length !== 0;
  const endpoint = new URL('webhook', document.baseURI);
  return html`
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">${t.welcome.title}</h2>
      <p>${t.welcome.what}</p>
      <ol>
        <li>
          <p>${t.welcome.add}</p>
          <div class="snippet">
            <pre tabindex="0" role="region" aria-label="diun.yml">${snippetFor(endpoint, needsSecret)}</pre>
            <button class="primary" @click=${event => actions.copy(event.target.previousElementSibling)}>${t.copy}</button>
          </div>
          ${needsSecret ? html`<p class="hint">${secrets ? t.welcome.secret(PLACEHOLDER, secrets) : t.welcome.maybeSecret(PLACEHOLDER)}</p>` : nothing}
          ${loopbackHint(endpoint.hostname)}
        </li>
        <li>
          <p>${t.welcome.tryIt}</p>
          <pre tabindex="0" role="region" aria-label=${t.welcome.command}>docker exec diun diun notif test</pre>
        </li>
      </ol>
      <p class="waiting" role="status">${waitingText(testNotifications[0], now)}</p>
      ${rejectedLine(rejectionNews(rejections, now), actions)}
    </section>`;
}

const PLACEHOLDER = '<webhook secret>';

const snippetFor = (endpoint, needsSecret) => `notif:
  webhook:
    endpoint: ${endpoint}
    method: POST${needsSecret ? `
    headers:
      Authorization: Bearer ${PLACEHOLDER}` : ''}`;

const rejectedLine = (news, actions) => news ? html`
  <p class="rejected" role="alert">${icon('alert')} ${news} <button class="quiet" @click=${() => actions.showView('hosts')}>${t.rejection.show}</button></p>` : nothing;

const waitingText = (test, now) => test
  ? html`${icon('check')} ${t.welcome.test(test.hostname, relativeTime(test.received_at, now))}`
  : t.welcome.waiting;
