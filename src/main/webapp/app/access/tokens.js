import { html, nothing } from 'lit-html';
import { get, send } from '../core/api.js';
import { ROLES } from '../core/roles.js';
import { formatDate, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { formError } from '../ui/form.js';
import { icon } from '../ui/icon.js';

export const tokenActions = actions => ({ manageTokens: () => actions.run(() => open(actions)) });

/** Opens the list of tokens, with the secret of a token that was just created: the server does not return it again. */
const open = async ({ openDialog }, created) => openDialog('tokens', { tokens: await get('tokens'), created, isHeld: Boolean(created) });

export const dialogs = {
  /** Lists, creates and revokes API tokens. */
  tokens: ({ dialog, now }, actions) => ({
    title: t.tokens,
    content: html`
      <p class="hint">${t.token.hint}</p>
      ${dialog.created ? secret(dialog, actions) : nothing}
      ${dialog.tokens.length === 0 ? html`<p>${t.token.none}</p>` : nothing}
      <ul class="tokens">${dialog.tokens.map(token => row(token, now, actions))}</ul>
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
        <div class="answers"><button class="primary">${t.create}</button></div>
      </form>`,
  }),

  /** Asks before a token is revoked, which cannot be undone. */
  revokeToken: ({ dialog: { token: { id, name, usedAt }, error }, now }, actions) => ({
    title: t.token.revokeAsk(name),
    content: html`
      <p>${t.token.revokeHint} ${usedText(usedAt, now)}.</p>
      ${formError({ error })}
      <div class="answers">
        <button autofocus @click=${actions.manageTokens}>${t.cancel}</button>
        <button class="danger" @click=${() => actions.run(() => revoke(id, actions), t.token.revoked(name))}>${t.token.revoke}</button>
      </div>`,
  }),
};

/** The secret of the new token. The dialog does not close before the user has copied it, or asks twice. */
const secret = ({ tokens, created: { name, secret }, isHeld }, actions) => html`
  <div class="created-token">
    <p role="status">${isHeld ? t.token.created(name) : t.token.closing}</p>
    <code>${secret}</code>
    <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copy}
            @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button>
    <button @click=${() => actions.openDialog('tokens', { tokens })}>${t.token.isCopied}</button>
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

async function revoke(id, actions) {
  await send('DELETE', `tokens/${id}`);
  await open(actions);
}

/** A token expires at the end of its last day in the user's time zone. */
function create(event, actions) {
  event.preventDefault();
  const form = event.target;
  const { name, role, expires, note } = Object.fromEntries(new FormData(form));
  actions.run(async () => {
    const { secret } = await send('POST', 'tokens', {
      name: name.trim(), role, note: note.trim() || undefined,
      expires_at: expires ? new Date(`${expires}T23:59:59`).toISOString() : undefined,
    });
    form.reset();
    await open(actions, { name: name.trim(), secret });
  });
}
