import { html, nothing } from 'lit-html';
import { beginsKey, completions, facetOf, mended } from './completions.js';
import { searches } from './recent.js';
import { images } from '../core/api.js';
import { MINUTE } from '../format/time.js';
import { t } from '../i18n/index.js';
import { isCurrent, viewOf } from '../inbox/derived.js';
import { activeId, listbox, onComboboxKey } from '../ui/combobox.js';
import { icon } from '../ui/icon.js';
import { SEARCH_ERROR_ID } from '../ui/search-error.js';
import { savedAs } from '../views/saved-views.js';

const SEARCH_DELAY_MS = 300;
const OPTIONS = 'search-options';

/** True if the view can be searched. */
const isSearchable = view => view in t.searchIn;

/** The field that searches the open view, with suggestions; why the search was refused; and the star that saves it. */
export function searchField(view, actions) {
  const { query, searchError, refused, suggesting } = view;
  if (!isSearchable(view.view)) return html`<search></search>`;
  const options = suggesting ? optionsOf(view) : [];
  const better = searchError && mended(query, refused);
  return html`
    <search @focusout=${actions.stopSuggesting}>
      ${icon('search')}
      <input type="search" role="combobox" placeholder="${t.searchIn[view.view]}${view.view === 'hosts' ? '' : ' (host:nas)'}" aria-label=${t.searchIn[view.view]} aria-keyshortcuts="/"
             autocomplete="off" spellcheck="false" .value=${query} aria-autocomplete="list" aria-controls=${OPTIONS}
             aria-expanded=${options.length > 0} aria-activedescendant=${activeId(OPTIONS, options.length > 0 ? suggesting.at : -1)}
             aria-invalid=${Boolean(searchError)} aria-describedby=${SEARCH_ERROR_ID}
             @focus=${({ target }) => target.value || actions.suggest('')} @click=${({ target }) => actions.suggest(target.value)}
             @input=${event => onInput(event, actions)} @change=${({ target }) => searches.remember(target.value)}
             @keydown=${event => onKey(event, options, view, actions)}>
      ${query && view.view === 'pending' ? star(view, actions) : html`<kbd aria-hidden="true">/</kbd>`}
      ${listbox(OPTIONS, t.suggestions, options, suggesting?.at ?? -1, option => take(option, actions))}
      <div class="refusal">
        <p id=${SEARCH_ERROR_ID} aria-live="polite">${searchError}</p>
        ${better ? html`<button @click=${() => actions.mendSearch(better.query)}>${better.term}</button>` : nothing}
      </div>
    </search>`;
}

const optionsOf = view => ['pending', 'done'].includes(view.view) ? completions(view.suggesting.text, view, searches.all()) : [];

function star(view, actions) {
  const saved = savedAs(view);
  const label = saved ? t.editView(saved.name) : t.saveView;
  return html`
    <button class="plain star" aria-label=${label} title=${label} aria-pressed=${Boolean(saved)}
            @click=${() => actions.saveView(saved)}>${icon('star')}</button>`;
}

let timer;

/**
 * Searches for words at once, and for keys and their values after a delay: the first letters are rarely what is meant. A key
 * without a value is not searched.
 */
function onInput({ target }, actions) {
  clearTimeout(timer);
  actions.suggest(target.value);
  if (/(^|\s)-?[\w.-]+:$/.test(target.value)) return;
  const search = () => actions.search(target.value);
  if (/:\S*$/.test(target.value) || beginsKey(target.value)) timer = setTimeout(search, SEARCH_DELAY_MS);
  else search();
}

/** Enter moves to the results. Escape closes the suggestions, then clears the search, then returns to the results. */
function onKey(event, options, { suggesting }, actions) {
  const { key, target } = event;
  if (key === 'ArrowDown' && !suggesting) actions.suggest(target.value);
  const at = suggesting?.at ?? -1;
  const isTyped = key !== 'Tab' || at >= 0 || /\S$/.test(target.value);
  if (isTyped && onComboboxKey(event, { options, at, move: actions.moveSuggestion, take: option => take(option, actions), close: actions.stopSuggesting })) return;
  if (key !== 'Escape' && key !== 'Enter') return;
  clearTimeout(timer);
  actions.stopSuggesting();
  if (key === 'Enter') {
    searches.remember(target.value);
    actions.enterResults(target.value);
  } else if (target.value) {
    event.preventDefault();
    target.value = '';
    actions.search('');
  } else actions.enterResults('');
}

function take({ becomes }, actions) {
  clearTimeout(timer);
  const field = document.querySelector('[type=search]');
  field.value = becomes;
  field.focus();
  if (becomes.endsWith(':')) return actions.suggest(becomes);
  searches.remember(becomes);
  actions.stopSuggesting();
  actions.search(becomes);
}

/** `search` and `moveCursor` are actions of the inbox. */
export function searchActions({ store }, { search, moveCursor }) {
  const loadedUntil = {};

  /** Counts pending updates by the values of a key, at most once a minute. */
  async function loadFacet(facet) {
    if (!facet || loadedUntil[facet] > Date.now()) return;
    loadedUntil[facet] = Date.now() + MINUTE;
    const { counts } = await images.list({ counts: facet, limit: 1 }).catch(() => ({}));
    if (counts) store.change(({ facets }) => ({ facets: { ...facets, ...counts } }));
  }

  return {
    /** Moves the focus to the results of a search that was entered before they were loaded. */
    focusResults(state) {
      if (!state.isEntering || !isCurrent(state)) return;
      store.change({ isEntering: false });
      if (document.activeElement.matches('body, main')) moveCursor(0);
    },

    suggest(text) {
      store.change({ suggesting: { text, at: -1 } });
      loadFacet(facetOf(text));
    },

    stopSuggesting: () => store.state.suggesting && store.change({ suggesting: undefined }),
    moveSuggestion: at => store.change(({ suggesting }) => ({ suggesting: { ...suggesting, at } })),

    mendSearch(query) {
      document.querySelector('[type=search]').focus();
      search(query);
    },

    /** Searches, and moves the focus to the results. */
    enterResults(query) {
      search(query);
      focusList();
    },

    focusList,
  };

  /** Moves the focus to the list, once it is what was asked for. */
  function focusList() {
    const { isOutdated, view } = viewOf(store.state);
    if (isOutdated || view !== 'pending') document.querySelector('main').focus();
    else moveCursor(0);
    store.change({ isEntering: isOutdated });
  }
}
