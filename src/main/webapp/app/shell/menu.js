import { html, nothing } from 'lit-html';
import { views } from './header.js';
import { icon } from './icon.js';
import { t } from '../texts/text.js';

/** The views where the header has no room for them, and how one likes the page. */
export const menu = (view, actions) => html`
  ${views(view, actions)}
  ${choice('theme', t.theme, t.themes, view, actions)}
  ${choice('density', t.density, t.densities, view, actions)}
  ${entry('tag', t.tags, actions.manageTags, 'editor')}
  ${entry('help', `${t.help} (?)`, actions.showHelp)}
  ${entry('gear', t.settings, actions.showSettings, 'admin')}
  ${who(view, actions)}`;

/** Where a reverse proxy says who it is, signing out is the proxy's, too. */
const who = ({ session }, actions) => !session?.name ? html`<p>${t.nobody}</p>` : html`
  ${entry('key', t.tokens, actions.manageTokens, 'admin')}
  ${session.auth === 'proxy' ? nothing : entry('leave', t.signOut, actions.signOut)}
  <p>${t.signedIn(session.name, t.roles[session.role])}</p>`;

const choice = (name, label, values, { settings }, actions) => html`
  <fieldset>
    <legend>${label}</legend>
    ${Object.entries(values).map(([value, text]) => html`
      <label><input type="radio" name=${name} .checked=${settings[name] === value}
                    @change=${() => actions.set({ [name]: value })}><span>${text}</span></label>`)}
  </fieldset>`;

const entry = (image, label, action, role) => html`
  <button class="quiet" data-needs=${role ?? nothing} popovertarget="menu" popovertargetaction="hide" @click=${action}>${icon(image)} ${label}</button>`;
