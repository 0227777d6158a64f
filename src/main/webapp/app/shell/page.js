import { html, nothing } from 'lit-html';
import { header } from './header.js';
import { toast } from './notify.js';
import { momentText } from '../updates/age.js';
import { inbox } from '../updates/inbox.js';
import { summary } from '../updates/summary.js';
import { t } from '../texts/text.js';

export const page = (view, actions) => html`
  ${header(view, actions)}
  ${view.failures > 0 ? html`<p class="banner">${why(view)}</p>` : nothing}
  <main tabindex="-1" class=${view.failures > 0 ? 'away' : ''}>${content(view, actions)}</main>
  ${view.view === 'pending' ? view.parts.bulk?.bulk(view, actions) : nothing}
  ${toast(view, actions)}
  ${view.dialog ? view.parts.dialogs?.dialog(view, actions) : nothing}`;

/** Signing in leads back to the same address. */
const why = ({ isSignedOut, seenAt }) => isSignedOut
  ? html`${t.signedOut} <a href=${location.search || '.'}>${t.signInAgain}</a>` : t.away(seenAt && momentText(seenAt));

function content(view, actions) {
  const part = view.parts[view.view];
  if (view.tests && view.view !== 'hosts') return view.parts.welcome.welcome(view, actions);
  if (view.view === 'pending' && (view.list || view.refusal)) return [summary(view, actions), inbox(view, actions)];
  if (part && view.data[view.view]) return html`<div class="view">${part.page(view.data[view.view], view, actions)}</div>`;
  return html`<p class="blank">${t.loading}</p>`;
}

const MOST = 99;

let shown = 0;

/** The number of what waits on the page's icon, where a tab is too narrow for its title. */
export function showCount(count) {
  if (count === shown) return;
  shown = count;
  const text = count > MOST ? `${MOST}+` : count;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f6feb"/><text x="16" y="23" font-family="system-ui, sans-serif" font-size="${count > MOST ? 15 : 20}" font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;
  document.querySelector('link[rel=icon]').href = count > 0 ? `data:image/svg+xml,${encodeURIComponent(picture)}` : 'favicon.svg';
}
