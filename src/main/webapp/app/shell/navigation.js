import { html } from 'lit-html';
import { VIEWS, urlOf } from './router.js';
import { t } from '../i18n/index.js';

/** The links to the views. */
export const navigation = (state, actions) => html`
  <nav aria-label=${t.views}>${VIEWS.map(view => html`
    <a href=${urlOf({ ...state, view })} aria-current=${view === state.view ? 'page' : 'false'} title="${t.view[view]} (g ${view[0]})"
       @click=${event => navigate(event, view, actions)}>${t.view[view]}</a>`)}
  </nav>`;

/** A click with a modifier opens a tab or window, as on any link. */
function navigate(event, view, actions) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  actions.showView(view);
}
