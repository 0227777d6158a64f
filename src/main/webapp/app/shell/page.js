import { html, nothing } from 'lit-html';
import { header } from './header.js';
import { formatDateTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { dialog } from '../ui/dialog.js';
import { sprite } from '../ui/icon.js';
import { rejectedSearch } from '../ui/search-error.js';
import { toast } from '../ui/toast.js';

/**
 * The whole page.
 *
 * @param {object} view the result of `viewOf`
 * @param {object} actions the actions of all features
 * @param {object} features `views` by name, each with `page(data, view, actions)` and maybe `overlay(view, actions)`; the first-run
 *   page `welcome(view, actions)`; and `dialogs` by name
 */
export const page = (view, actions, features) => html`
  ${sprite}
  ${header({ ...view, searchError: contentsOf(view) && view.searchError }, actions)}
  ${view.failures > 0 ? html`<p class="banner">${bannerText(view)}</p>` : nothing}
  <main tabindex="-1" class=${view.failures > 0 ? 'away' : view.searchError ? 'rejected' : ''}>${content(view, actions, features)}</main>
  ${features.views[view.view].overlay?.(view, actions)}
  ${toast(view, actions)}
  ${view.dialog ? dialog(features.dialogs, view, actions) : nothing}`;

/** The sign-in page returns to the current URL. */
const bannerText = ({ isSignedOut, lastResponseAt }) => isSignedOut
  ? html`${t.signedOut} <a href=${location.search || '.'}>${t.signInAgain}</a>` : t.away(lastResponseAt && formatDateTime(lastResponseAt));

function content(view, actions, { views, welcome }) {
  if (view.testNotifications && view.view !== 'hosts') return welcome(view, actions);
  const contents = contentsOf(view);
  if (contents || view.searchError && view.view === 'pending') return views[view.view].page(contents, view, actions);
  return view.searchError ? rejectedSearch(view, actions) : html`<p class="empty-state">${t.loading}</p>`;
}

/** The last loaded contents of the view. */
const contentsOf = view => view.view === 'pending' ? view.list : view.data[view.view];
