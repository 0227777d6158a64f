import { html } from 'lit-html';
import { icon } from './icon.js';

export const header = ({ query, connection, settings }, actions) => html`
  <header class="bar">
    <h1><img src="favicon.svg" alt="" width="24" height="24"> Diun Dashboard</h1>
    <search>
      ${icon('search')}
      <input type="search" placeholder="Search, or try host:nas" aria-label="Search updates" aria-keyshortcuts="/"
             autocomplete="off" spellcheck="false" .value=${query}
             @input=${event => actions.search(event.target.value)} @keydown=${event => leaveSearch(event, actions)}>
      <kbd aria-hidden="true">/</kbd>
    </search>
    <span class="status ${connection}" role="status">${connection}</span>
    <button class="plain" aria-label="Theme: ${settings.theme}" title="Theme: ${settings.theme}"
            @click=${actions.nextTheme}>${icon(settings.theme)}</button>
    <button class="plain" aria-label="Help" title="Help (?)" @click=${actions.showHelp}>${icon('help')}</button>
  </header>`;

/** Enter goes to what was found, Escape gives the search up; either way the list's keys work again. */
function leaveSearch({ key }, actions) {
  if (key === 'Escape') actions.search('');
  if (key === 'Escape' || key === 'Enter') actions.step(0);
}
