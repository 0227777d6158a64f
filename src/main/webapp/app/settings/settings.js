import { html, nothing } from 'lit-html';
import { about, loadAbout } from './about.js';
import { appearance } from './appearance.js';
import { channelActions, channelList } from './channels.js';
import { ADMIN_SECTIONS, SECTIONS } from './sections.js';
import { downloads, serverSettings } from './server.js';
import { tokenList } from './tokens.js';
import { get } from '../core/api.js';
import { heldImages, loadHolds } from '../holds/image-holds.js';
import { t } from '../i18n/index.js';
import { heldTags, tagList } from '../tags/tag-list.js';

const CONTENTS = {
  appearance: (values, view, actions) => appearance(view, actions),
  tags: (values, view, actions) => tagList(view, actions),
  links: values => [html`<p>${t.setting.links}</p>`, serverSettings(values.filter(({ key }) => key === 'diun.links'))],
  commands: values => [html`<p>${t.setting.commands}</p>`, serverSettings(values.filter(({ key }) => key === 'diun.commands'))],
  tokens: tokenList,
  channels: channelList,
  holding: (values, view, actions, holds) => [html`<p>${t.setting.holding}</p>`, serverSettings(values.filter(({ key }) => key === 'diun.hold')), heldTags(view, actions), heldImages(holds, view, actions)],
  server: values => [downloads(values), serverSettings(values)],
  about,
};

/** The other sections of administrators show settings. */
const RESOURCES = { tokens: 'tokens', channels: 'channels' };

/** Loads what the open section shows. Its values are undefined for users who must not read them. */
export async function load({ section }) {
  if (section === 'about') return { section, values: await loadAbout() };
  if (!ADMIN_SECTIONS.includes(section)) return { section };
  const values = await get(RESOURCES[section] ?? 'settings').catch(error => {
    if (error.status !== 403) throw error;
  });
  return { section, values, holds: section === 'holding' ? await loadHolds() : undefined };
}

/** The sections of the settings that the user may read, and the open one. */
export function page(data, view, actions) {
  const { section, values, holds } = data;
  const isAllowed = values || !ADMIN_SECTIONS.includes(section);
  return html`
    <nav class="chips" aria-label=${t.view.settings}>
      ${SECTIONS.map(each => html`
        <button data-needs=${ADMIN_SECTIONS.includes(each) ? 'admin' : nothing} aria-pressed=${each === view.section} @click=${() => actions.showSection(each)}>${t.setting.sections[each]}</button>`)}
    </nav>
    <section class="group setting" aria-labelledby="setting"><h2 id="setting">${t.setting.sections[section]}</h2>${isAllowed ? CONTENTS[section](values, view, actions, holds) : html`<p class="hint">${t.setting.forAdmins}</p>`}</section>`;
}

export const sectionActions = context => ({
  showSection: section => context.store.change({ section }),
  ...channelActions(context),
});
