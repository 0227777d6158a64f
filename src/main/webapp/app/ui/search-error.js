import { html } from 'lit-html';
import { t } from '../i18n/index.js';

/** The id of the reason below the search field, which describes the field. */
export const SEARCH_ERROR_ID = 'search-error';

/** Replaces the contents of a view if the server rejects the first search. Later the last contents stay. */
export const rejectedSearch = ({ searchError }, actions) => html`
  <section class="empty-state">
    <h2>${t.badSearch}</h2>
    <p>${searchError}</p>
    <button @click=${() => actions.search('')}>${t.clearSearch}</button>
  </section>`;
