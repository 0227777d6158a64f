import { html } from 'lit-html';
import { read } from '../api.js';
import { t } from '../texts/text.js';

/** Shows what the server is set to. */
export const open = async ({ openDialog }) => openDialog('settings', { settings: await read('settings') });

export const dialogs = {
  settings: ({ dialog }) => ({
    title: t.settings,
    content: html`
      <p class="hint">${t.setting.hint}</p>
      <table class="settings">
        <thead class="unseen"><tr>${[t.setting.name, t.setting.value, t.setting.source].map(head => html`<th scope="col">${head}</th> `)}</tr></thead>
        <tbody>${dialog.settings.map(row)}</tbody>
      </table>`,
  }),
};

/** Of a secret one learns no more than whether there is one. */
function row({ key, variable, value, secret, set }) {
  const isKnown = !secret && value !== null;
  return html`
    <tr class=${set ? 'set' : ''}>
      <th scope="row"><code>${key}</code> <small>${variable}</small></th>
      <td>${isKnown ? html`<code>${value}</code>` : set ? t.setting.set : t.setting.notSet}</td>
      <td>${isKnown ? set ? t.setting.set : t.setting.byDefault : ''}</td>
    </tr>`;
}
