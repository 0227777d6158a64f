import { html } from 'lit-html';
import { SHORTCUTS } from './shortcuts.js';

export const help = ({ settings }, actions) => ({
  title: 'Help',
  content: html`
    <h3>Keys</h3>
    <dl class="keys">${SHORTCUTS.map(([keys, effect]) => html`
      <div><dt>${keys.map(key => html`<kbd>${key}</kbd> `)}</dt><dd>${effect}</dd></div>`)}
    </dl>
    <label class="choice">
      <input type="checkbox" .checked=${settings.shortcuts} @change=${actions.toggleShortcuts}>
      Use these keys
    </label>
    <h3>Search</h3>
    <p>Every word has to be found somewhere; a minus excludes.</p>
    <p><code>host:nas tag:media is:new registry:ghcr.io older:7d -latest</code></p>`,
});
