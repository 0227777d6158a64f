import { html, nothing } from 'lit-html';
import { t } from '../i18n/index.js';

const EDITOR_KEYS = ['e', 'u', 'h', 't', 'n', 'm', '#'];

export const helpActions = ({ openDialog }) => ({ showHelp: () => openDialog('help') });

export const dialogs = {
  help: ({ settings }, actions) => ({
    title: t.help,
    content: html`
      <h3>${t.keys}</h3>
      <dl class="keys">${Object.entries(t.keysOf).map(([keys, effect]) => html`
        <div data-needs=${EDITOR_KEYS.includes(keys) ? 'editor' : nothing}><dt>${keys.split(' ').map(key => html`<kbd>${key}</kbd> `)}</dt><dd>${effect}</dd></div>`)}
      </dl>
      <label class="choice">
        <input type="checkbox" .checked=${settings.shortcuts} @change=${event => actions.setPreference({ shortcuts: event.target.checked })}>
        ${t.useKeys}
      </label>
      <h3>${t.searching}</h3>
      <p>${t.searchingHint}</p>
      <p class="examples"><code>host:nas</code> <code>tag:media</code> <code>tag:none</code> <code>is:new</code> <code>is:snoozed</code> <code>is:held</code> <code>registry:ghcr.io</code>
        <code>stack:web</code> <code>provider:swarm</code> <code>image:*/library/*</code> <code>metadata.ctn_names:db</code>
        <code>older:7d</code> <code>newer:12h</code> <code>on:2026-11-20</code> <code>-latest</code></p>`,
  }),
};
