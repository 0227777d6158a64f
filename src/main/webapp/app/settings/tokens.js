import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { send } from '../core/api.js';
import { ROLES } from '../core/roles.js';
import { formatDate, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { formButtons, formError } from '../ui/form.js';
import { icon } from '../ui/icon.js';

/** The API tokens, without their secrets. */
export const tokenList = (tokens, { now }, actions) => html`
  <p class="hint">${t.token.hint}</p>
  ${tokens.length === 0 ? html`<p>${t.token.none}</p>` : nothing}
  <ul class="tokens">${repeat(tokens, ({ id }) => id, token => row(token, now, actions))}</ul>
  <button class="primary" @click=${() => actions.openDialog('createToken')}>${t.token.create}</button>`;

export const dialogs = {
  /** Creates a token, and shows its secret once: the server does not return it again. */
  createToken: ({ dialog }, actions) => ({
    title: t.token.create,
    content: dialog.created ? secret(dialog, actions) : html`
      <form class="fields" @submit=${event => create(event, actions)}>
        <label>${t.name}<input name="name" required maxlength="100" autocomplete="off" autofocus aria-describedby="form-error"></label>
        <fieldset>
          <legend>${t.token.role}</legend>
          ${ROLES.map(role => html`
            <label class="choice"><input type="radio" name="role" value=${role} required> <span><b>${t.roles[role]}</b> ${t.token.allows[role]}</span></label>`)}
        </fieldset>
        <label>${t.token.expires}<input name="expires" type="date"></label>
        <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
        ${formError(dialog)}
        ${formButtons(t.create, actions)}
      </form>`,
  }),

  /** Asks before a token is revoked, which cannot be undone. */
  revokeToken: ({ dialog: { token: { id, name, usedAt }, error }, now }, actions) => ({
    title: t.token.revokeAsk(name),
    content: html`
      <p>${t.token.revokeHint} ${usedText(usedAt, now)}.</p>
      ${formError({ error })}
      <div class="answers">
        <button autofocus @click=${actions.closeDialog}>${t.cancel}</button>
        <button class="danger" @click=${() => actions.submitDialog(() => send('DELETE', `tokens/${id}`), t.token.revoked(name))}>${t.token.revoke}</button>
      </div>`,
  }),
};

/** The secret of the new token. The dialog does not close before the user has copied it, or asks twice. */
const secret = ({ created: { name, secret }, isHeld }, actions) => html`
  <div class="created-token">
    <p role="status">${isHeld ? t.token.created(name) : t.token.closing}</p>
    <code>${secret}</code>
    <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copy}
            @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button>
    <button @click=${actions.closeDialog}>${t.token.isCopied}</button>
  </div>`;

function row({ id, name, role, note, created_at: createdAt, created_by: creator, expires_at: expiry, last_used_at: usedAt }, now, actions) {
  const facts = [
    t.token.createdBy(creator, relativeTime(createdAt, now)),
    usedText(usedAt, now),
    expiry && expiryText(expiry, now),
  ];
  return html`
    <li>
      <p><b>${name}</b> ${t.roles[role]} ${note ? html`<q>${note}</q>` : nothing}</p>
      <p class="hint">${facts.filter(Boolean).join(' · ')}</p>
      <button class="danger" aria-label=${t.token.revokeWhat(name)}
              @click=${() => actions.openDialog('revokeToken', { token: { id, name, usedAt } })}>${t.token.revoke}</button>
    </li>`;
}

const usedText = (at, now) => at ? t.token.used(relativeTime(at, now)) : t.token.unused;

const expiryText = (expiry, now) => Date.parse(expiry) < now ? t.token.expired(formatDate(expiry)) : t.token.until(formatDate(expiry));

/** A token expires at the end of its last day in the user's time zone. */
function create(event, actions) {
  event.preventDefault();
  const { name, role, expires, note } = Object.fromEntries(new FormData(event.target));
  actions.run(async () => {
    const { secret } = await send('POST', 'tokens', {
      name: name.trim(), role, note: note.trim() || undefined,
      expires_at: expires ? new Date(`${expires}T23:59:59`).toISOString() : undefined,
    });
    actions.openDialog('createToken', { created: { name: name.trim(), secret }, isHeld: true });
  });
}
