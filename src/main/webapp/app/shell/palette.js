import { html } from 'lit-html';
import { commandsOf, imageCommand } from './commands.js';
import { images } from '../core/api.js';
import { t } from '../i18n/index.js';
import { usedCommands } from '../search/recent.js';
import { activeId, listbox, onComboboxKey } from '../ui/combobox.js';

const OPTIONS = 'commands';
const IMAGES = 8;
const MOST = 40;
const IMAGE = 'image:';

/** The commands that contain all words, those that were used last first, and the images that the server found. */
function optionsOf({ dialog: { text, rows, used, found = [] }, ...view }, actions) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const opened = used.filter(id => id.startsWith(IMAGE)).map(id => imageCommand(id.slice(IMAGE.length), actions, t.recentSearch));
  const rank = new Map(used.map((id, at) => [id, at]));
  const rankOf = ({ id }) => rank.get(id) ?? used.length;
  const all = [...opened, ...commandsOf(rows, view, actions)]
    .filter(each => words.every(word => each.text.toLowerCase().includes(word))).toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...found.map(({ image: { reference }, state }) => imageCommand(reference, actions, t.stateOf[state] ?? t.waiting)).filter(({ id }) => !known.has(id))];
}

export function paletteActions({ store }, { openDialog, closeDialog, showView, targetRows }) {
  const change = values => store.change(({ dialog }) => ({ dialog: { ...dialog, ...values } }));
  return {
    openPalette: () => store.state.dialog || openDialog('palette', { text: '', at: 0, rows: targetRows(), used: usedCommands.all() }),
    movePalette: at => change({ at }),

    /** Finds images of any state with a text. An older answer does not replace a newer one. */
    async filterPalette(text) {
      change({ text, at: 0 });
      const q = text.trim();
      const { items } = q && !/:$/.test(q) ? await images.list({ state: 'all', q, limit: IMAGES }).catch(() => ({ items: [] })) : { items: [] };
      if (store.state.dialog?.text === text) change({ found: items });
    },

    runCommand({ id, run }) {
      usedCommands.remember(id);
      closeDialog();
      run();
    },

    openImage: image => store.batch(() => {
      showView('pending');
      store.change({ open: { image } });
    }),
  };
}

export const dialogs = {
  /** One field for everything: commands, views, hosts, tags and images. */
  palette(view, actions) {
    const { text, at } = view.dialog;
    const options = optionsOf(view, actions);
    const box = { options, at: Math.min(at, options.length - 1), move: actions.movePalette, take: actions.runCommand, close: actions.closeDialog };
    return {
      title: t.palette,
      content: html`
        <div class="palette">
          <input role="combobox" autofocus placeholder=${t.paletteHint} aria-label=${t.palette} autocomplete="off" spellcheck="false" .value=${text}
                 aria-autocomplete="list" aria-controls=${OPTIONS} aria-expanded=${options.length > 0} aria-activedescendant=${activeId(OPTIONS, box.at)}
                 @input=${({ target }) => actions.filterPalette(target.value)} @keydown=${event => onComboboxKey(event, box)}>
          ${listbox(OPTIONS, t.palette, options, box.at, actions.runCommand)}
        </div>`,
    };
  },
};
