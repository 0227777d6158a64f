import { html, nothing } from 'lit-html';
import { hasNews } from './news.js';
import { moreViews } from './side-bar.js';
import { t } from '../i18n/index.js';
import { choices } from '../ui/choices.js';
import { icon } from '../ui/icon.js';

/** The other views on narrow screens, the preferences, the dialogs and the account. */
export const menu = (view, actions) => html`
  ${moreViews(view, actions)}
  ${choices('theme', t.theme, t.themes, view.settings.theme, theme => actions.setPreference({ theme }))}
  ${choices('language', t.language, t.languages, view.settings.language, language => actions.setPreference({ language }))}
  ${entry('import', t.importFrom, () => actions.openImport(), 'editor')}
  ${entry('help', `${t.help} (?)`, actions.showHelp)}
  ${entry('gear', t.view.settings, () => actions.showView('settings'))}
  ${hasNews(view) ? entry('star', t.news, () => actions.showView('settings', '', 'about')) : nothing}
  ${account(view, actions)}`;

/** Behind a reverse proxy that authenticates users, signing out is up to the proxy. */
const account = ({ session }, actions) => !session?.name ? html`<p>${t.anonymous}</p>` : html`
  ${session.auth === 'proxy' ? nothing : entry('leave', t.signOut, actions.signOut)}
  <p>${t.signedIn(session.name, t.roles[session.role])}</p>`;

const entry = (image, label, action, role) => html`
  <button class="quiet" data-needs=${role ?? nothing} popovertarget="menu" popovertargetaction="hide" @click=${action}>${icon(image)} ${label}</button>`;
