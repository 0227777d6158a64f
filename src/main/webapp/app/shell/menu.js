import { html, nothing } from 'lit-html';
import { moreViews } from './side-bar.js';
import { t } from '../i18n/index.js';
import { icon } from '../ui/icon.js';

/** The other views on narrow screens, the preferences, the dialogs and the account. */
export const menu = (view, actions) => html`
  ${moreViews(view, actions)}
  ${choice('theme', t.theme, t.themes, view, actions)}
  ${choice('language', t.language, t.languages, view, actions)}
  ${choice('density', t.density, t.densities, view, actions)}
  <label class="choice">
    <input type="checkbox" .checked=${view.settings.serviceIcons} @change=${event => actions.setPreference({ serviceIcons: event.target.checked })}>
    ${t.serviceIcons}
  </label>
  ${entry('tag', t.tags, actions.manageTags, 'editor')}
  ${entry('import', t.importFrom, () => actions.openImport(), 'editor')}
  ${entry('help', `${t.help} (?)`, actions.showHelp)}
  ${entry('gear', t.settings, actions.showSettings, 'admin')}
  ${account(view, actions)}`;

/** Behind a reverse proxy that authenticates users, signing out is up to the proxy. */
const account = ({ session }, actions) => !session?.name ? html`<p>${t.anonymous}</p>` : html`
  ${entry('key', t.tokens, actions.manageTokens, 'admin')}
  ${session.auth === 'proxy' ? nothing : entry('leave', t.signOut, actions.signOut)}
  <p>${t.signedIn(session.name, t.roles[session.role])}</p>`;

const choice = (name, label, values, { settings }, actions) => html`
  <fieldset>
    <legend>${label}</legend>
    ${Object.entries(values).map(([value, text]) => html`
      <label><input type="radio" name=${name} .checked=${settings[name] === value}
                    @change=${() => actions.setPreference({ [name]: value })}><span>${text}</span></label>`)}
  </fieldset>`;

const entry = (image, label, action, role) => html`
  <button class="quiet" data-needs=${role ?? nothing} popovertarget="menu" popovertargetaction="hide" @click=${action}>${icon(image)} ${label}</button>`;
