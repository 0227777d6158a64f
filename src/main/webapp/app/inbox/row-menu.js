import { html, nothing } from 'lit-html';
import { openRow } from './open-row.js';
import { isAudible } from './states.js';
import { t } from '../i18n/index.js';
import { webLink } from '../images/web-link.js';
import { icon } from '../ui/icon.js';
import { searchTerm } from '../ui/search-term.js';

const menu = () => document.querySelector('#row-menu');

export const rowMenuActions = ({ store }) => ({
  /** Opens the menu at a button of the row or of its details, which gets the focus back. */
  openRowMenu({ id }, { currentTarget: source }) {
    store.change({ menuRow: id });
    menu().showPopover({ source });
  },
});

/** Further actions on one row. */
export function rowMenu(view, actions) {
  const row = [...view.shown, openRow(view)].find(each => each?.id === view.menuRow);
  return html`<div id="row-menu" popover aria-label=${t.more}>${row ? entries(row, actions) : nothing}</div>`;
}

function entries(row, actions) {
  const { item } = row;
  const entry = (image, text, key, action, role) => html`
    <button class="quiet" data-needs=${role ?? nothing} popovertarget="row-menu" popovertargetaction="hide" @click=${action}>${icon(image)} ${text}<kbd aria-hidden="true">${key}</kbd></button>`;
  return html`
    ${entry('tag', t.tag, 't', () => actions.chooseTag([row]), 'editor')}
    ${isAudible(row) ? entry('mute', t.mute, 'm', () => actions.mute([row]), 'editor') : nothing}
    ${entry('pause', t.holdDots, '', () => actions.editHold(item.image), 'editor')}
    ${entry('cross', t.forget, '#', () => actions.forget([row]), 'editor')}
    ${entry('copy', t.copyCommands, 'c', () => actions.copyCommands([row]))}
    ${entry('search', t.findAllTags, '', () => actions.search(searchTerm('image', `${item.path}${item.name}*`)))}
    ${webLink(item.hub_link, html`${icon('server')} ${t.hub(URL.parse(item.hub_link)?.host)}`) ?? nothing}`;
}
