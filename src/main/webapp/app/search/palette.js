import { html } from 'lit-html';
import { images } from '../core/api.js';
import { hasRole } from '../core/roles.js';
import { hostName } from '../format/host-name.js';
import { t } from '../i18n/index.js';
import { GROUPINGS } from '../inbox/groups.js';
import { describe } from '../inbox/scope.js';
import { activeId, listbox, onComboboxKey } from '../ui/combobox.js';
import { searchTerm } from '../ui/search-term.js';

const OPTIONS = 'commands';
const IMAGES = 8;
const MOST = 40;

/** All that can be done or opened: a text, a hint and what to do. Actions on the selected or current updates come first. */
function commands(view, actions) {
  const rows = actions.targetRows();
  const on = hasRole(view, 'editor') && rows.length > 0 ? rows : [];
  const act = (text, key, run) => ({ text, hint: html`${describe(rows)} <kbd>${key}</kbd>`, run });
  const go = (hint, text, query) => ({ text, hint, run: () => actions.showView('pending', query) });
  return [
    ...on.length > 0 ? [
      act(t.done, 'e', () => actions.finish(rows)), act(t.snooze, 'h', () => actions.toggleSnoozed(rows)), act(t.mute, 'm', () => actions.toggleMuted(rows)),
      ...view.tags.map(tag => act(`${t.tag}: ${tag.name}`, 't', () => actions.assign(rows, tag))),
    ] : [],
    ...rows.length > 0 ? [act(t.copyCommands, 'c', () => actions.copyCommands(rows))] : [],
    ...Object.entries(t.view).map(([name, text]) => ({ text, hint: name === 'settings' ? t.views : html`<kbd>g ${name[0]}</kbd>`, run: () => actions.showView(name) })),
    ...view.savedViews.map(saved => ({ text: saved.name, hint: t.savedViews, run: () => actions.openSavedView(saved) })),
    ...(view.hosts ?? []).map(host => go('host:', hostName(host), searchTerm('host', host.host))),
    ...view.tags.map(({ name }) => go('tag:', name, searchTerm('tag', name))),
    ...GROUPINGS.map(group => ({ text: `${t.groupBy}: ${t.groupings[group]}`, hint: t.display, run: () => actions.arrange({ group }) })),
    ...Object.entries(t.themes).map(([theme, text]) => ({ text: `${t.theme}: ${text}`, hint: t.display, run: () => actions.setPreference({ theme }) })),
  ];
}

function optionsOf({ dialog: { text, found = [] }, ...view }, actions) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = commands(view, actions).filter(each => words.every(word => each.text.toLowerCase().includes(word)));
  return [...all.slice(0, MOST), ...found.map(({ image: { reference }, state }) => ({ text: reference, hint: t.stateOf[state] ?? t.waiting, run: () => actions.openImage(reference) }))];
}

export function paletteActions({ store }, { openDialog, closeDialog, showView }) {
  const change = values => store.change(({ dialog }) => ({ dialog: { ...dialog, ...values } }));
  return {
    openPalette: () => store.state.dialog || openDialog('palette', { text: '', at: 0 }),
    movePalette: at => change({ at }),

    /** Finds images of any state with a text. An older answer does not replace a newer one. */
    async filterPalette(text) {
      change({ text, at: 0 });
      const q = text.trim();
      const { items } = q && !/:$/.test(q) ? await images.list({ state: 'all', q, limit: IMAGES }).catch(() => ({ items: [] })) : { items: [] };
      if (store.state.dialog?.text === text) change({ found: items });
    },

    runCommand({ run }) {
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
