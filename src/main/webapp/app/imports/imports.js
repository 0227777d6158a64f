import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { changes, hosts, imports } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { hostName } from '../format/host-name.js';
import { t } from '../i18n/index.js';
import { formButtons, formError } from '../ui/form.js';

/** Changes that the preview lists. */
const SHOWN = 10;

/**
 * Imports of what Diun has stored.
 *
 * @param {object} base the actions of dialogs and views
 */
export function importActions({ store, toasts }, base) {
  const changeDialog = values => store.change(({ dialog }) => dialog?.kind === 'import' ? { dialog: { ...dialog, ...values } } : {});

  /** Opens the dialog, with the content of a file or of the clipboard if there is one. */
  const openImport = ({ host, content } = {}) => base.run(async () => {
    const list = await hosts.all();
    base.openDialog('import', { list, host: host ?? list[0]?.host });
    if (content) await preview({ content });
  });

  /** Shows what the import would do, unless the host or the content has changed meanwhile. */
  async function preview(values) {
    changeDialog({ ...values, result: undefined, error: undefined });
    const { host, content } = store.state.dialog;
    if (!content) return;
    const isCurrent = () => store.state.dialog?.content === content && store.state.dialog.host === host;
    try {
      const result = await imports.preview(host, content);
      if (isCurrent()) changeDialog({ result });
    } catch ({ message }) {
      if (isCurrent()) changeDialog({ content: undefined, error: message });
    }
  }

  const undo = id => base.run(() => changes.undo('imports', id), t.toast.undone);

  /** Imports what the preview shows. */
  const performImport = () => base.run(async () => {
    const { host, content } = store.state.dialog;
    changeDialog({ isSending: true, error: undefined });
    try {
      const { id, missed } = await imports.perform(host, content);
      base.closeDialog();
      toasts.success(t.imports.done(missed), id ? () => undo(id) : undefined);
    } finally {
      changeDialog({ isSending: false });
    }
  });

  return { openImport, previewImport: preview, performImport };
}

export const dialogs = {
  /** Choice of the host and the content, and what the import would do. */
  import: ({ dialog }, actions) => ({
    title: t.importFrom,
    content: dialog.list.length === 0 ? html`<p>${t.host.none}</p>` : html`
      <form class="fields" @submit=${event => { event.preventDefault(); if (dialog.result && !dialog.isSending) actions.performImport(); }}>
        <p class="hint">${t.imports.hint} <code>diun image inspect --image … --raw</code></p>
        <label>${t.imports.host}<select name="host" ?disabled=${dialog.isSending} @change=${({ target }) => actions.previewImport({ host: target.value })}>
          ${repeat(dialog.list, ({ host }) => host, each => html`<option value=${each.host} .selected=${each.host === dialog.host}>${hostName(each)}</option>`)}</select></label>
        <label>${t.imports.file}<input name="file" type="file" autofocus ?disabled=${dialog.isSending} aria-describedby="form-error"
          @change=${({ target }) => target.files.length > 0 && actions.previewImport({ content: target.files[0] })}></label>
        <div role="status">${outcome(dialog)}</div>
        ${formError(dialog)}
        ${formButtons(t.imports.perform, actions)}
      </form>`,
  }),
};

function outcome({ content, result, error, isSending }) {
  if (isSending || content && !result && !error) return html`<progress aria-label=${t.loading}></progress>`;
  if (!result) return nothing;
  return html`
    <p>${t.imports.outcome(result)}</p>
    <ul>${result.changes.slice(0, SHOWN).map(({ image, outcome: kind, version }) => html`<li><code>${image}</code> ${version} ${t.imports.outcomes[kind]}</li>`)}</ul>
    ${result.missed + result.new > SHOWN ? html`<p>${t.andMore(result.missed + result.new - SHOWN)}</p>` : nothing}`;
}

/** Imports files that are dropped, and files or text that are pasted, where hosts are shown. */
export function listenForImports(store, actions) {
  const isOpen = () => store.state.view === 'hosts' && hasRole(store.state, 'editor') && (!store.state.dialog || store.state.dialog.kind === 'import');

  /** Keeps the host that the dialog shows. */
  const take = (event, content) => {
    if (!content) return;
    event.preventDefault();
    if (store.state.dialog) actions.previewImport({ content });
    else actions.openImport({ content });
  };
  addEventListener('dragover', event => isOpen() && event.dataTransfer.types.includes('Files') && event.preventDefault());
  addEventListener('drop', event => isOpen() && take(event, event.dataTransfer.files[0]));
  addEventListener('paste', event => {
    if (!isOpen() || event.target.closest?.('input:not([type=file]), textarea')) return;
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData('text/plain');
    take(event, files[0] ?? (text.trim() ? new Blob([text]) : undefined));
  });
}
