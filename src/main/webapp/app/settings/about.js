import { html } from 'lit-html';
import { t } from '../i18n/index.js';

/* global VERSION -- the build replaces it, see src/build/BundlePage.java */

/** The licences of what the application contains, and the changes of its version: the build generates both. */
export async function loadAbout() {
  const [licences, notes] = await Promise.all([import('licences'), import('release-notes')]);
  return { licences: licences.default, notes: notes.default };
}

/** The version of the page, which is that of the server, with its licences and the description of its API. */
export const about = ({ licences, notes }) => html`
  <p>${t.title} ${VERSION}</p>
  <p class="links">
    <a href="https://www.apache.org/licenses/LICENSE-2.0" target="_blank" rel="noopener noreferrer">${t.setting.licence}</a>
    <a href="api/v1/openapi.json" target="_blank" rel="noopener">${t.setting.api}</a>
  </p>
  <details>
    <summary>${t.setting.licences}</summary>
    <ul class="licences" translate="no">${licences.map(each => html`<li>${each.name} ${each.version} <small>${each.licences.join(', ')}</small></li>`)}</ul>
  </details>
  <h3>${t.news}</h3>
  <div class="notes" lang="en">${notes.map(({ title, items }) => html`<h4>${title}</h4><ul>${items.map(item => html`<li>${markdown(item)}</li>`)}</ul>`)}</div>`;

/** Code in backticks. Emphasis is left out. */
const markdown = text => text.split('`').map((part, at) => at % 2 ? html`<code>${part}</code>` : part.replaceAll(/\*(.+?)\*/g, '$1'));
