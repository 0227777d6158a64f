import { html } from 'lit-html';
import { t } from '../i18n/index.js';

/** Downloads of the data. The application itself makes backups of SQLite only. */
export const downloads = values => html`
  <p>${values.some(({ key, value }) => key === 'diun.datasource' && value.includes('sqlite'))
    ? html`<a href="api/v1/backup" download>${t.setting.backup}</a>` : t.setting.dump}</p>
  <p><a href="api/v1/export?format=csv" download>${t.setting.export}</a></p>`;

/** Settings of the server, read-only. */
export const serverSettings = values => html`
  <p class="hint">${t.setting.hint}</p>
  <table class="settings">
    <thead class="visually-hidden"><tr>${[t.setting.name, t.setting.value, t.setting.source].map(head => html`<th scope="col">${head}</th> `)}</tr></thead>
    <tbody>${values.map(row)}</tbody>
  </table>`;

/** The API does not return secrets, only whether they are set. */
function row({ key, variable, value, secret, set }) {
  const isKnown = !secret && value !== null;
  return html`
    <tr class=${set ? 'set' : ''}>
      <th scope="row"><code>${key}</code> <small>${variable}</small></th>
      <td>${isKnown ? html`<code>${value}</code>` : set ? t.setting.set : t.setting.notSet}</td>
      <td>${isKnown ? set ? t.setting.set : t.setting.byDefault : ''}</td>
    </tr>`;
}
