import { html, nothing } from 'lit-html';
import { enqueue, get, send } from '../core/api.js';
import { t } from '../i18n/index.js';
import { form } from '../ui/form.js';

/** Saves views under a name, renames and deletes them. */
export function viewDialogActions({ store, toasts }, { openDialog, closeDialog, submitDialog }) {
  const load = async () => store.change({ savedViews: await get('views') });
  const create = saved => send('POST', 'views', saved).then(load);

  return {
    /** Asks for the name of a view: of a saved one, or of what the page shows. */
    saveView: saved => openDialog('saveView', { saved }),

    submitView(name, saved) {
      const { query, order, group } = saved ?? store.state;
      const contents = { name, query: query.trim(), order, group };
      submitDialog(() => saved ? send('PUT', `views/${saved.id}`, contents).then(load) : create(contents), t.toastOfParts.saved(name));
    },

    async deleteView({ id, ...saved }) {
      closeDialog();
      try {
        await enqueue(() => send('DELETE', `views/${id}`).then(load));
        toasts.success(t.toastOfParts.viewDeleted(saved.name), () => enqueue(() => create(saved)).catch(({ message }) => toasts.error(message)));
      } catch ({ message }) {
        toasts.error(message);
      }
    },
  };
}

export const dialogs = {
  saveView: ({ dialog, query }, actions) => ({
    title: dialog.saved ? t.editView(dialog.saved.name) : t.saveView,
    content: form(dialog, actions, t.save, html`
      <label>${t.name}<input name="value" autofocus required maxlength="60" autocomplete="off" .defaultValue=${dialog.saved?.name ?? ''} aria-describedby="form-error"></label>
      <p class="hint"><code>${dialog.saved?.query ?? query}</code></p>
      ${dialog.saved ? html`<button type="button" class="danger" @click=${() => actions.deleteView(dialog.saved)}>${t.delete}</button>` : nothing}`,
    value => actions.submitView(value.trim(), dialog.saved)),
  }),
};
