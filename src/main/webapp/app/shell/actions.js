import { inOrder, send } from '../api.js';
import { closeDialog } from './parts.js';
import { viewOf } from '../updates/view.js';

const KEY = 'diun-dashboard';

const DEFAULTS = { theme: 'auto', density: 'comfortable', shortcuts: true, collapsed: [] };

/** What this browser remembers of the user's choices; a browser that keeps nothing has the defaults. */
export function readSettings() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return DEFAULTS;
  }
}

function writeSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // the choice holds until the page is closed
  }
}

/** What the user can do with the page itself. */
export function shellActions({ store, notify, feed, parts }) {
  function set(change) {
    store.change(({ settings }) => ({ settings: { ...settings, ...change } }));
    writeSettings(store.state.settings);
  }

  /** Runs what may be refused; the reason goes to the open dialog if there is one, else to a toast. */
  async function change(work, success) {
    try {
      await inOrder(work);
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

  /** Fetches a part, which asks the server and opens its dialog. */
  const opening = name => async () => await parts.need(name) && change(() => store.state.parts[name].open(parts));

  return {
    set, change, attempt,
    need: parts.need,
    openDialog: parts.openDialog,
    showHelp: () => parts.openDialog('help'),
    closeDialog: () => closeDialog(store),
    dismiss: () => store.change({ toast: undefined }),
    undo: notify.undo,
    holdToast: notify.hold,
    releaseToast: notify.release,
    drag(rows) {
      store.change({ dragging: rows });
      if (rows) parts.need('bulk');
    },

    show(view, query = store.state.query) {
      document.querySelector('#menu').hidePopover();
      store.change({ view, query });
    },

    /** A group's rows are hidden, or shown again; the browser remembers it. */
    fold(id) {
      const { collapsed } = viewOf(store.state);
      set({ collapsed: [...collapsed.symmetricDifference(new Set([id]))] });
    },

    manageTokens: opening('tokens'),
    showSettings: opening('settings'),
    signOut: () => change(async () => location.assign((await send('DELETE', 'session')).location)),
    copy: async element => await parts.need('copying') && store.state.parts.copying.copy(notify, element),
  };
}
