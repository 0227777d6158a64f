import { html, nothing } from 'lit-html';
import { enqueue, get, send } from '../core/api.js';
import { t } from '../i18n/index.js';
import { form } from '../ui/form.js';

/** The views that everybody has, without an order and a grouping of their own, and those that the user has saved. */
export const allViews = ({ tags, savedViews }) => [
  { name: t.majorViews, query: 'kind:major' },
  { name: t.overAMonth, query: 'older:30d' },
  ...tags.filter(({ name }) => /^production$/i.test(name)).map(({ name }) => ({ name, query: `tag:${name}` })),
  ...savedViews,
];

/** True if the page shows the view. */
export const isShown = (saved, { view, query, order, group }) => view === 'pending' && saved.query === query.trim()
  && (saved.order ?? order) === order && (saved.group ?? group) === group;

/** The saved view that the page shows; undefined if there is none. */
export const savedAs = state => state.savedViews.find(saved => isShown(saved, state));

export function savedViewActions({ store, toasts }, { openDialog, closeDialog, submitDialog, showView }) {
  const load = async () => store.change({ savedViews: await get('views') });
  const create = saved => send('POST', 'views', saved).then(load);

  return {
    openSavedView: ({ query, order, group }) => store.batch(() => {
      showView('pending', query);
      store.change(order ? { order, group } : {});
    }),

    /** Asks for the name of a view: of a saved one, or of what the page shows. */
    saveView: saved => openDialog('saveView', { saved }),

    submitView(name, saved) {
      const { query, order, group } = saved ?? store.state;
      const contents = { name, query: query.trim(), order, group };
      submitDialog(() => saved ? send('PUT', `views/${saved.id}`, contents).then(load) : create(contents), t.toast.saved(name));
    },

    async deleteView({ id, ...saved }) {
      closeDialog();
      try {
        await enqueue(() => send('DELETE', `views/${id}`).then(load));
        toasts.success(t.toast.viewDeleted(saved.name), () => enqueue(() => create(saved)).catch(({ message }) => toasts.error(message)));
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
