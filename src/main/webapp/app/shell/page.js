import { html, nothing } from 'lit-html';
import { header } from './header.js';
import { bottomBar, sideBar, titleOf } from './side-bar.js';
import { formatDateTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { printHead } from '../inbox/print-head.js';
import { follow } from '../ui/click.js';
import { dialog } from '../ui/dialog.js';
import { sprite } from '../ui/icon.js';
import { rejectedSearch } from '../ui/search-error.js';
import { toast } from '../ui/toast.js';

/**
 * The whole page.
 *
 * @param {object} view the result of `viewOf`
 * @param {object} actions the actions of all features
 * @param {object} features `views` by name, each with `page(data, view, actions)`, maybe `head(view, actions)` beside its
 *   title, and maybe `overlay(view, actions)`, among them `welcome` for the first run; `panel(view, actions)` with open details; and `dialogs` by name
 */
export const page = (view, actions, features) => html`
  ${sprite}
  <a class="skip" href="#list" @click=${skipToList}>${t.skip}</a>
  ${header({ ...view, searchError: contentsOf(view) && view.searchError }, actions)}
  ${view.connection === 'offline' ? html`<p class="banner">${bannerText(view, actions)}</p>` : nothing}
  ${printHead(view)}
  <div class="frame ${view.settings.isFolded ? 'folded' : ''} ${view.open ? 'with-panel' : ''}">
    ${sideBar(view, actions)}
    <main tabindex="-1" class=${view.connection === 'offline' ? 'away' : view.searchError ? 'rejected' : ''}>
      <header class="head"><h1 tabindex="-1">${titleOf(view)}</h1>${features.views[view.view].head?.(view, actions)}</header>
      ${content(view, actions, features)}
    </main>
    ${features.panel(view, actions)}
  </div>
  <div class="overlays">
    ${features.views[view.view].overlay?.(view, actions)}
    ${bottomBar(view, actions)}
    ${toast(view, actions)}
  </div>
  ${view.dialog ? dialog(features.dialogs, view, actions) : nothing}`;

function skipToList(event) {
  event.preventDefault();
  (document.querySelector('.name[tabindex="0"]') ?? document.querySelector('h1')).focus();
}

/** The sign-in page returns to the current URL. */
const bannerText = ({ isSignedOut, lastResponseAt }, actions) => isSignedOut
  ? html`${t.signedOut} <a href=${location.search || '.'} @click=${event => follow(event, actions.signIn)}>${t.signInAgain}</a>` : t.away(lastResponseAt && formatDateTime(lastResponseAt));

/** The views that are of use before the first update. */
const SHOWN_BEFORE_UPDATES = ['hosts', 'settings'];

function content(view, actions, { views }) {
  if (view.testNotifications && !SHOWN_BEFORE_UPDATES.includes(view.view)) return views.welcome.page(view, actions);
  const contents = contentsOf(view);
  if (contents || view.searchError && view.view === 'pending') return views[view.view].page(contents, view, actions);
  return view.searchError ? rejectedSearch(view, actions) : html`<p class="empty-state loading">${t.loading}</p>`;
}

/** The last loaded contents of the view. */
const contentsOf = view => view.view === 'pending' ? view.list : view.data[view.view];
