import { html } from 'lit-html';
import { t } from '../i18n/index.js';
import { GROUPINGS } from '../inbox/groups.js';
import { ORDERS } from '../inbox/list.js';
import { choices } from '../ui/choices.js';

/** The preferences of the user, or of this browser while nobody is signed in. Its other tabs follow. */
export function appearance({ settings, session }, actions) {
  const choose = name => value => actions.setPreference({ [name]: value });
  const check = (name, text) => html`
    <label class="choice"><input type="checkbox" .checked=${settings[name]} @change=${({ target }) => choose(name)(target.checked)}> ${text}</label>`;
  const select = (name, label, values, names) => html`
    <label>${label}<select @change=${({ target }) => actions.arrange({ [name]: target.value })}>
      ${values.map(each => html`<option value=${each} ?selected=${each === settings[name]}>${names[each]}</option>`)}</select></label>`;
  return html`
    <p class="hint">${t.setting.appearance(Boolean(session?.name))}</p>
    <div class="fields">
      ${choices('look-theme', t.theme, t.themes, settings.theme, choose('theme'))}
      ${choices('look-language', t.language, t.languages, settings.language, choose('language'))}
      ${choices('look-density', t.density, t.densities, settings.density, choose('density'))}
      ${select('group', t.groupBy, GROUPINGS, t.groupings)}
      ${select('order', t.order, ORDERS, t.orders)}
      ${check('serviceIcons', t.serviceIcons)}
      ${check('shortcuts', t.useKeys)}
    </div>`;
}
