import { html, nothing } from 'lit-html';
import { t } from '../i18n/index.js';

/** What a search without results finds in other states, and how to search for its words instead of its keys. */
export function otherResults({ query, list: { elsewhere = {} } }, actions) {
  const states = ['done', 'snoozed', 'muted'].filter(state => elsewhere[state] > 0);
  const words = query.replace(/(^|\s)-?\w+:(?!\d+\/)"?/g, ' ').replaceAll('"', '').trim();
  return html`
    ${states.length > 0 ? html`<p>${t.otherResults} ${states.map(state => html`
      <button class="quiet" @click=${() => actions.search(`${query.trim()} is:${state}`)}>${t.lists[state] ?? t.view[state]} ${elsewhere[state]}</button>`)}</p>` : nothing}
    ${query.includes(':') && words !== query ? html`<button @click=${() => actions.search(words)}>${t.searchWords(words)}</button>` : nothing}`;
}
