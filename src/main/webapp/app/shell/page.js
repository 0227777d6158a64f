import { html, nothing } from 'lit-html';
import { header } from './header.js';
import { toast } from './notify.js';
import { dropBar } from '../tags/dropping.js';
import { momentText } from '../updates/age.js';
import { inbox } from '../updates/inbox.js';
import { selectionBar } from '../updates/selection-bar.js';
import { summary } from '../updates/summary.js';
import { t } from '../texts/text.js';

export const page = (view, actions) => html`
  ${header(view, actions)}
  ${view.failures > 0 ? html`<p class="banner">${t.away(view.seenAt && momentText(view.seenAt))}</p>` : nothing}
  <main tabindex="-1" class=${view.failures > 0 ? 'away' : ''}>${content(view, actions)}</main>
  ${dropBar(view, actions)}
  ${view.view === 'pending' ? selectionBar(view, actions) : nothing}
  ${toast(view, actions)}
  ${view.dialog ? view.parts.dialogs.dialog(view, actions) : nothing}`;

function content(view, actions) {
  const part = view.parts[view.view];
  if (view.tests && view.view !== 'hosts') return view.parts.welcome.welcome(view, actions);
  if (view.view === 'pending' && (view.list || view.refusal)) return [summary(view, actions), inbox(view, actions)];
  if (part && view.data[view.view]) return html`<div class="view">${part.page(view.data[view.view], view, actions)}</div>`;
  return html`<p class="blank">${t.loading}</p>`;
}
