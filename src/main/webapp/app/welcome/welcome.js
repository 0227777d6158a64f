import { html, nothing } from 'lit-html';
import { get, testNotifications } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { rejectionNews } from '../rejections/news.js';
import { icon } from '../ui/icon.js';
import { loopbackHint } from '../ui/loopback-hint.js';

const SECRETS = ['diun.webhook.secret', 'diun.webhook.host-secrets'];

/** Loads the tests that Diun has sent, and what its settings need. */
export async function load({ session }) {
  const [setup, tests] = await Promise.all([loadSetup(session), testNotifications.all()]);
  return { setup, tests };
}

/** Loads the names of the variables with webhook secrets, and the address of the server. Undefined for users who must not read the settings. */
async function loadSetup(session) {
  const settings = hasRole({ session }, 'admin') ? await get('settings') : undefined;
  return settings && {
    secrets: settings.filter(({ key, set }) => set && SECRETS.includes(key)).map(({ variable }) => variable),
    url: settings.find(({ key }) => key === 'diun.url')?.value,
  };
}

/** Shows how to connect Diun, until the first notification arrives. */
export const page = (view, actions) => html`
  <section class="welcome" aria-labelledby="welcome">
    <h2 id="welcome">${t.welcome.title}</h2>
    <p>${t.welcome.what}</p>
    ${steps({ ...view, test: view.testNotifications[0] }, actions)}
  </section>`;

export const welcomeActions = ({ store }, { openDialog, run }) => ({
  setEndpoint: endpoint => store.change({ endpoint }),
  showFormat: format => store.change({ format }),

  /** Shows the same steps for one more host. Only tests from now on count. */
  addHost: () => run(async () => {
    const setup = await loadSetup(store.state.session);
    openDialog('addHost', { setup, since: Date.now() });
  }),
});

export const dialogs = {
  addHost({ dialog: { setup, since }, data, rejections, ...view }, actions) {
    const isNew = at => Date.parse(at) >= since;
    return {
      title: t.host.add,
      content: html`<div class="welcome">${steps({
        ...view, setup, test: data.hosts?.tests.find(({ received_at: at }) => isNew(at)), rejections: rejections.filter(({ at }) => isNew(at)),
      }, actions)}</div>`,
    };
  },
};

/** Where Diun reaches the server, its settings, and whether its test arrives. */
function steps({ endpoint: typed, format = 'yaml', setup, test, rejections, now }, actions) {
  const secrets = setup?.secrets;
  const needsSecret = secrets?.length !== 0;
  const endpoint = typed ?? new URL('webhook', setup?.url ? `${setup.url.replace(/\/$/, '')}/` : document.baseURI).href;
  const { hostname } = URL.parse(endpoint) ?? {};
  const label = t.welcome.formats[format];
  return html`
    <ol>
      <li>
        <label>${t.welcome.address} <input type="url" .value=${endpoint} @input=${({ target }) => actions.setEndpoint(target.value)}></label>
        ${loopbackHint(hostname)}
      </li>
      <li>
        <p>${t.welcome.add}</p>
        <div class="chips" role="group" aria-label=${t.welcome.format}>
          ${Object.entries(t.welcome.formats).map(([name, text]) => html`<button aria-pressed=${name === format} @click=${() => actions.showFormat(name)}>${text}</button>`)}
        </div>
        <div class="snippet">
          <pre tabindex="0" role="region" aria-label=${label}>${SNIPPETS[format](endpoint, needsSecret)}</pre>
          <button class="primary" @click=${event => actions.copy(event.target.previousElementSibling)}>${t.copy}</button>
        </div>
        ${needsSecret ? html`<p class="hint">${secrets ? t.welcome.secret(PLACEHOLDER, secrets) : t.welcome.maybeSecret(PLACEHOLDER)}</p>` : nothing}
      </li>
      <li>
        <p>${t.welcome.tryIt}</p>
        <pre tabindex="0" role="region" aria-label=${t.welcome.command}>docker exec diun diun notif test</pre>
      </li>
    </ol>
    <p class="waiting" role="status">${waitingText(test, now)}</p>
    ${rejectedLine(rejectionNews(rejections, now), actions)}`;
}

const PLACEHOLDER = '<webhook secret>';

const variables = (endpoint, needsSecret) => [
  ['ENDPOINT', endpoint], ['METHOD', 'POST'], ...needsSecret ? [['HEADERS_AUTHORIZATION', `Bearer ${PLACEHOLDER}`]] : [],
].map(([name, value]) => [`DIUN_NOTIF_WEBHOOK_${name}`, value]);

/** The settings of Diun, in each of the ways to give them. */
const SNIPPETS = {
  yaml: (endpoint, needsSecret) => `notif:
  webhook:
    endpoint: ${endpoint}
    method: POST${needsSecret ? `
    headers:
      Authorization: Bearer ${PLACEHOLDER}` : ''}`,
  environment: (...given) => variables(...given).map(([name, value]) => `${name}=${value}`).join('\n'),
  compose: (...given) => `environment:\n${variables(...given).map(([name, value]) => `  - "${name}=${value}"`).join('\n')}`,
};

const rejectedLine = (news, actions) => news ? html`
  <p class="rejected" role="alert">${icon('alert')} ${news} <button class="quiet" @click=${() => {
    actions.closeDialog();
    actions.showView('hosts');
  }}>${t.rejection.show}</button></p>` : nothing;

const waitingText = (test, now) => test
  ? html`${icon('check')} ${t.welcome.test(test.hostname, relativeTime(test.received_at, now))}`
  : t.welcome.waiting;
