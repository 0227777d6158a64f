import { html, nothing } from 'lit-html';
import { read, send } from '../api.js';
import { problem } from './dialog.js';
import { icon } from './icon.js';
import { ROLES } from './roles.js';
import { t } from '../texts/text.js';
import { dateText, sinceText } from '../updates/age.js';

/** Shows all tokens, and this once the secret of one that has just been made. */
export const open = async ({ openDialog }, made) => openDialog('tokens', { tokens: await read('tokens'), made });

export const dialogs = {
  tokens: ({ dialog, now }, actions) => ({
    title: t.tokens,
    content: html`
      <p class="hint">${t.token.hint}</p>
      ${dialog.made ? secret(dialog.made, actions) : nothing}
      ${dialog.tokens.length === 0 ? html`<p>${t.token.none}</p>` : nothing}
      <ul class="tokens">${dialog.tokens.map(token => row(token, now, actions))}</ul>
      <form class="fields" @submit=${event => create(event, actions)}>
        <label>${t.name}<input name="name" required maxlength="100" autocomplete="off" autofocus aria-describedby="problem"></label>
        <label>${t.token.role}<select name="role">${ROLES.map(role => html`<option value=${role}>${t.roles[role]}</option>`)}</select></label>
        <label>${t.token.expires}<input name="expires" type="date"></label>
        <label>${t.note}<input name="note" maxlength="2000" autocomplete="off"></label>
        ${problem(dialog)}
        <div class="answers"><button class="primary">${t.create}</button></div>
      </form>`,
  }),
};

const secret = ({ name, secret }, actions) => html`
  <div class="made">
    <p role="status">${t.token.made(name)}</p>
    <code>${secret}</code>
    <button class="plain" aria-label=${t.copyWhat(name)} title=${t.copy}
            @click=${({ currentTarget }) => actions.copy(currentTarget.previousElementSibling)}>${icon('copy')}</button>
  </div>`;

const row = ({ id, name, role, note, created_at: made, created_by: by, expires_at: end, last_used_at: used }, now, actions) => html`
  <li>
    <p><b>${name}</b> ${t.roles[role]} ${note ? html`<q>${note}</q>` : nothing}</p>
    <p class="hint">${t.token.madeBy(by, sinceText(made, now))}, ${used ? t.token.used(sinceText(used, now)) : t.token.unused}${end ? `, ${endText(end, now)}` : nothing}</p>
    <button class="danger" aria-label=${t.token.revokeWhat(name)}
            @click=${() => actions.change(() => revoke(id, actions), t.token.revoked(name))}>${t.token.revoke}</button>
  </li>`;

const endText = (end, now) => Date.parse(end) < now ? t.token.expired(dateText(end)) : t.token.until(dateText(end));

async function revoke(id, actions) {
  await send('DELETE', `tokens/${id}`);
  await open(actions);
}

/** A token is good to the end of its last day, as whoever makes it counts days. */
function create(event, actions) {
  event.preventDefault();
  const form = event.target;
  const { name, role, expires, note } = Object.fromEntries(new FormData(form));
  actions.change(async () => {
    const made = await send('POST', 'tokens', {
      name: name.trim(), role, note: note.trim() || undefined,
      expires_at: expires ? new Date(`${expires}T23:59:59`).toISOString() : undefined,
    });
    form.reset();
    await open(actions, { name: name.trim(), secret: made.secret });
  });
}
