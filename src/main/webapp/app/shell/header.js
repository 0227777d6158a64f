import { html } from 'lit-html';
import { VIEWS, addressOf } from './address.js';
import { icon } from './icon.js';
import { t } from '../texts/text.js';

export const header = (view, actions) => html`
  <header class="bar">
    <h1><img src="favicon.svg" alt="" width="24" height="24"> ${t.title}</h1>
    ${views(view, actions)}
    <search>
      ${icon('search')}
      <input type="search" placeholder=${t.searchHint} aria-label=${t.search} aria-keyshortcuts="/"
             autocomplete="off" spellcheck="false" .value=${view.query}
             @input=${event => type(event, actions)} @keydown=${event => leaveSearch(event, actions)}>
      <kbd aria-hidden="true">/</kbd>
    </search>
    <span class="status ${view.connection}" role="status">${t.connection[view.connection]}</span>
    <button class="plain" aria-label=${t.menu} title=${t.menu} popovertarget="menu">${icon('menu')}</button>
    <div id="menu" popover @beforetoggle=${() => actions.need('menu')}>${view.parts.menu?.menu(view, actions)}</div>
  </header>`;

export const views = (state, actions) => html`
  <nav aria-label=${t.views}>${VIEWS.map(view => html`
    <a href=${addressOf({ ...state, view })} aria-current=${view === state.view ? 'page' : 'false'} title="${t.view[view]} (g ${view[0]})"
       @click=${event => follow(event, view, actions)}>${t.view[view]}</a>`)}
  </nav>`;

/** A click with a modifier opens a tab of its own, as any link does. */
function follow(event, view, actions) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  actions.show(view);
}

const PAUSE = 300;

let timer;

/** Words are looked for at once, but a key's value only when it seems complete: its beginnings may mean nothing. */
function type({ target }, actions) {
  clearTimeout(timer);
  const search = () => actions.search(target.value);
  if (/:\S*$/.test(target.value)) timer = setTimeout(search, PAUSE);
  else search();
}

/** Enter goes to what was found, Escape gives the search up; either way the list's keys work again. */
function leaveSearch({ key, target }, actions) {
  if (key !== 'Escape' && key !== 'Enter') return;
  clearTimeout(timer);
  if (key === 'Escape') target.value = '';
  actions.search(target.value);
  actions.step(0);
}
