import { html, nothing } from 'lit-html';
import { dialog } from './dialog.js';
import { header } from './header.js';
import { toast } from './notify.js';
import { welcome } from './welcome.js';
import { dropBar } from '../tags/drop-bar.js';
import { momentText } from '../updates/age.js';
import { inbox } from '../updates/inbox.js';
import { selectionBar } from '../updates/selection-bar.js';
import { summary } from '../updates/summary.js';

export const page = (view, actions) => html`
  ${header(view, actions)}
  ${view.failures > 0 ? away(view) : nothing}
  <main tabindex="-1" class=${view.failures > 0 ? 'away' : ''}>${content(view, actions)}</main>
  ${dropBar(view, actions)}
  ${selectionBar(view, actions)}
  ${toast(view, actions)}
  ${dialog(view, actions)}`;

function content(view, actions) {
  if (!view.list) return html`<p class="blank">Loading…</p>`;
  if (view.isEmpty) return welcome(view, actions);
  return [summary(view, actions), inbox(view, actions)];
}

const away = ({ seenAt }) => html`
  <p class="banner">
    The server does not answer. ${seenAt ? `This is what it said on ${momentText(seenAt)}.` : nothing}
    The page keeps trying.
  </p>`;

export const titleOf = ({ pending }) => pending.length > 0 ? `(${pending.length}) Diun Dashboard` : 'Diun Dashboard';
