import { closeDialog } from './dialog.js';
import { writeSettings } from './settings.js';

const NEXT_THEME = { auto: 'light', light: 'dark', dark: 'auto' };

/** What the user can do with the page itself. */
export function shellActions({ store, notify }) {
  function set(change) {
    store.change(({ settings }) => ({ settings: { ...settings, ...change } }));
    writeSettings(store.state.settings);
  }

  return {
    showHelp: () => store.change({ dialog: { kind: 'help' } }),
    closeDialog: () => closeDialog(store),
    dismiss: () => store.change({ toast: undefined }),
    drag: images => store.change({ dragging: images }),
    nextTheme: () => set({ theme: NEXT_THEME[store.state.settings.theme] }),
    toggleShortcuts: () => set({ shortcuts: !store.state.settings.shortcuts }),

    /** Browsers keep the clipboard from pages without TLS; there the text is selected for the user to copy. */
    async copy(element) {
      try {
        await navigator.clipboard.writeText(element.textContent);
        notify.success('Copied');
      } catch {
        getSelection().selectAllChildren(element);
        notify.success('Selected: press Ctrl+C to copy');
      }
    },
  };
}
