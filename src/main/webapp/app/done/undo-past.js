import { html, nothing } from 'lit-html';
import { changes, pastActions } from '../core/api.js';
import { DAY, formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { SUPERSEDED, pastNames, pastText } from '../images/past-action.js';
import { formError } from '../ui/form.js';

/** True for an action of the last day of a user that can be undone. */
const isUndoable = ({ actor, at }) => actor !== SUPERSEDED && Date.parse(at) > Date.now() - DAY;

export const undoPastActions = ({ store, toasts }, { openDialog, submitDialog, run }) => ({
  /** Asks whether to undo the last action on the server. */
  undoLast: () => run(async () => {
    const all = (await pastActions.list({ undone: 'false', limit: 20 })).items.filter(isUndoable);
    const actor = store.state.session?.name ?? null;
    const last = all.find(each => each.actor === actor) ?? all[0];
    if (last) openDialog('undoPast', { last });
    else toasts.success(t.nothingToUndo);
  }),

  undoPast: ({ kind, id }) => submitDialog(() => changes.undo(`${kind}s`, id), t.toast.undone),
});

export const dialogs = {
  undoPast: ({ dialog: { last, error }, now }, actions) => ({
    title: t.undoAsk,
    content: html`
      <p><b>${pastText(last)}</b>: ${pastNames(last)}</p>
      <p class="hint"><time datetime=${last.at} title=${formatDateTime(last.at)}>${relativeTime(last.at, now)}</time> ${last.actor ? t.by(last.actor) : nothing}</p>
      ${formError({ error })}
      <div class="answers">
        <button @click=${actions.closeDialog}>${t.cancel}</button>
        <button class="primary" autofocus @click=${() => actions.undoPast(last)}>${t.undo}</button>
      </div>`,
  }),
};
