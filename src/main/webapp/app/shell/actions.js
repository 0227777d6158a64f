import { closeDialog } from './dialog.js';
import { writeSettings } from './settings.js';
import { viewOf } from '../updates/view.js';
import { t } from '../texts/text.js';

/** What the user can do with the page itself. */
export function shellActions({ store, notify, feed, parts }) {
  function set(change) {
    store.change(({ settings }) => ({ settings: { ...settings, ...change } }));
    writeSettings(store.state.settings);
  }

  /** Runs what may be refused; the reason goes to the open dialog if there is one, else to a toast. */
  async function change(work, success) {
    try {
      await work();
      if (success) notify.success(success);
      feed.refresh({ isForced: true });
    } catch ({ message }) {
      if (store.state.dialog) store.change(({ dialog }) => ({ dialog: { ...dialog, problem: message } }));
      else notify.problem(message);
    }
  }

  /** As a change, after which the dialog closes. */
  const attempt = (work, success) => change(async () => {
    await work();
    closeDialog(store);
  }, success);

  async function openDialog(kind, values, part) {
    try {
      if (part) await parts.load(part);
      store.change({ dialog: { kind, ...values } });
    } catch ({ message }) {
      notify.problem(message);
    }
  }

  async function copyText(text, element) {
    try {
      await navigator.clipboard.writeText(text);
      notify.success(t.toast.copied);
    } catch {
      if (element) getSelection().selectAllChildren(element);
      notify.success(t.toast.selected);
    }
  }

  return {
    set, change, attempt, openDialog, copyText,
    showHelp: () => openDialog('help', {}, 'help'),
    closeDialog: () => closeDialog(store),
    dismiss: () => store.change({ toast: undefined }),
    undo: notify.undo,
    holdToast: notify.hold,
    releaseToast: notify.release,
    drag: rows => store.change({ dragging: rows }),

    show(view, query = store.state.query) {
      document.querySelector('#menu').hidePopover();
      store.change({ view, query });
    },

    /** A group's rows are hidden, or shown again; the browser remembers it. */
    fold(id) {
      const { collapsed } = viewOf(store.state);
      set({ collapsed: [...collapsed.symmetricDifference(new Set([id]))] });
    },

    /** Browsers keep the clipboard from pages without TLS; there the text is selected for the user to copy. */
    copy: element => copyText(element.textContent, element),
  };
}
