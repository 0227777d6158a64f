import { Problem } from '../api.js';
import { moreTexts, t } from '../texts/text.js';
import { rescueFocus } from '../updates/view.js';

/** What is fetched only once it is needed; their looks and texts come along. */
const PARTS = {
  done: () => import('../done/done.js'),
  insights: () => import('../insights/insights.js'),
  hosts: () => import('../hosts/hosts.js'),
  assigning: () => import('../tags/assigning.js'),
  copying: () => import('./copying.js'),
  detail: () => import('../updates/detail.js'),
  dialogs: () => import('./dialog.js'),
  welcome: () => import('./welcome.js'),
  menu: () => import('./menu.js'),
  tokens: () => forAdmins().then(() => import('./tokens.js')),
  settings: () => forAdmins().then(() => import('./settings.js')),
  bulk: () => import('../updates/bulk.js'),
};

const forAdmins = () => Promise.all([moreTexts('admin'), link('style/admin.css')]);

let furniture;

export function createParts(store, notify) {
  async function load(name) {
    if (store.state.parts[name]) return store.state.parts[name];
    let part;
    try {
      await (furniture ??= Promise.all([moreTexts(), link('style/more.css')]));
      part = await PARTS[name]();
    } catch {
      furniture = undefined;
      throw new Problem({ status: 0, title: t.unreachable });
    }
    store.change(({ parts }) => ({ parts: { ...parts, [name]: part } }));
    return part;
  }

  /** Resolves to whether it is there; if not, the user is told why. */
  const need = name => load(name).then(() => true, ({ message }) => notify.problem(message));

  return {
    load,
    need,

    /** The icons of services, which nobody has to wait for. */
    decorate: () => link('icons/services.css').catch(() => undefined),

    /** Fetches what is needed next, as soon as somebody begins to work. */
    prepare: () => ['dialogs', 'bulk', 'assigning', 'copying', 'detail', 'menu'].forEach(name => load(name).catch(() => undefined)),

    /** What is typed meanwhile is meant for the dialog, hence no longer for the page. */
    async openDialog(kind, values) {
      store.change({ dialog: { kind, ...values } });
      if (!await need('dialogs')) store.change({ dialog: undefined });
    },
  };
}

const link = href => new Promise((resolve, reject) => {
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve, onerror: reject });
  document.head.append(sheet);
});

/** Closing gives the focus back to what had it before, unless the page has drawn that anew. */
export function closeDialog(store) {
  document.querySelector('dialog')?.close();
  store.change({ dialog: undefined });
  rescueFocus();
}
