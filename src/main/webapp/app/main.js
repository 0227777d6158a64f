import { html, render } from 'lit-html';
import { sessionActions } from './access/session.js';
import { afterPaint } from './core/after-paint.js';
import { get } from './core/api.js';
import { hasRole } from './core/roles.js';
import { createOutbox } from './core/outbox.js';
import { createStore } from './core/store.js';
import { detailsActions, panel } from './details/details.js';
import { noteActions, readNotes } from './details/notes.js';
import { MINUTE } from './format/time.js';
import { language, t, textsOfParts } from './i18n/index.js';
import { inboxActions } from './inbox/actions.js';
import { alarmActions, alarms } from './inbox/alarms.js';
import { CHIPS } from './inbox/chips.js';
import { showsRows, viewOf } from './inbox/derived.js';
import { listenForGestures } from './inbox/gestures.js';
import { inbox } from './inbox/inbox.js';
import { loadList, queryKey } from './inbox/list.js';
import { openRow } from './inbox/open-row.js';
import { sendKept } from './inbox/optimistic.js';
import { rowMenu, rowMenuActions } from './inbox/row-menu.js';
import { MOST, growWindow } from './inbox/row-window.js';
import { selectionBar } from './inbox/selection-bar.js';
import { dialogs as snoozeDialogs } from './inbox/snooze-dialog.js';
import { searchStatus, summary, summaryHead } from './inbox/summary.js';
import { searchActions } from './search/search-field.js';
import { updateFavicon } from './shell/favicon.js';
import { followNews } from './shell/news.js';
import { keepPage } from './shell/offline.js';
import { page } from './shell/page.js';
import { followSettings, followUser, preferenceActions, readSettings } from './shell/preferences.js';
import { parseUrl, routerActions, syncUrl, unknownInUrl } from './shell/router.js';
import { queryOf, titleOf } from './shell/side-bar.js';
import { showServiceIcons } from './shell/service-icons.js';
import { listen } from './sync/events.js';
import { createSync } from './sync/sync.js';
import { tagActions } from './tags/actions.js';
import { dropBar, emptyTags } from './tags/drop-bar.js';
import { dialogs as pickerDialogs } from './tags/tag-picker.js';
import { clipboardActions } from './ui/clipboard.js';
import { dialogActions } from './ui/dialog.js';
import { ignoreSecondClicks } from './ui/click.js';
import { keepFocus } from './ui/focus.js';
import { bindShortcuts } from './ui/shortcuts.js';
import { createToasts, toastActions } from './ui/toast.js';
import { loadStyle } from './ui/style-sheet.js';
import { savedViewActions } from './views/saved-views.js';

/** A view of `parts.js`. */
const laterView = name => ({
  load: async state => (await loadParts()).views[name].load(state),
  head: (...given) => parts?.views[name].head?.(...given),
  page: (...given) => html`<div class="view">${parts.views[name].page(...given)}</div>`,
});

/** The actions that open something of `parts.js`. */
const OPENERS = ['addHost', 'editHold', 'editTag', 'openImport', 'openPalette', 'saveView', 'showHelp', 'undoLast', 'undoPast'];

const features = {
  views: {
    pending: {
      load: loadList,
      head: summaryHead,
      page: (list, view, actions) => [summary(view, actions), alarms(view, actions), inbox(view, actions, { emptyTags })],
      overlay: (view, actions) => [dropBar(view, actions), rowMenu(view, actions), selectionBar(view, actions), searchStatus(view)],
    },
    done: laterView('done'),
    insights: laterView('insights'),
    hosts: laterView('hosts'),
    settings: laterView('settings'),
    welcome: laterView('welcome'),
  },
  panel,
  dialogs: { ...pickerDialogs, ...snoozeDialogs },
};

const store = createStore({
  ...parseUrl(readSettings()),
  isLoading: false, edits: [], reverted: new Set(), lastEvents: new Map(), arrived: new Set(),
  tags: [], savedViews: [], isEntering: false, summary: { loadedUntil: 0 }, data: {}, changed: {}, rejections: [], rejectedBodies: {},
  connection: 'connecting', failures: 0, now: Date.now(),
  selected: new Set(), isMatching: false, whole: new Set(), unfolded: new Set(), reach: MOST,
  isSignedOut: false, unsent: [],
  notes: readNotes(), problems: [], settings: readSettings(),
});
const sync = createSync(store, features.views);
const toasts = createToasts(store);
const outbox = createOutbox(store, { onSignedOut: () => sync.refresh(), onKept: entries => sendKept(context, entries) });
const context = { store, sync, toasts, outbox };
const actions = actionsOf(context);

function actionsOf(given) {
  const opening = detailsActions(given);
  const base = { ...dialogActions(given), ...preferenceActions(given), ...routerActions(given), ...toastActions(given), ...clipboardActions(given) };
  const inboxed = inboxActions(given, { ...base, ...opening });
  return {
    ...base,
    ...opening, ...inboxed, ...searchActions(given, inboxed), ...savedViewActions(given, base), ...alarmActions(base), ...noteActions(given), ...rowMenuActions(given), ...sessionActions(given, base),
    ...tagActions(given, base),

    /** Undoes the last action of this page. If there is none, for example after a reload, asks for the last one on the server. */
    undo: () => given.toasts.undo() || actions.undoLast(),
    ...Object.fromEntries(OPENERS.map(name => [name, (...values) => loadPartsFirst().then(() => actions[name](...values), ({ message }) => toasts.error(message))])),
  };
}

let parts;
let isLoading = false;

/** Keys do nothing until the parts are loaded: they are meant for what was asked for. */
function loadPartsFirst() {
  isLoading = true;
  return loadParts().finally(() => { isLoading = false; });
}

/** Loads the other views and the dialogs that are opened rarely. If the server has another version of the page by now, that is loaded. */
async function loadParts() {
  if (parts) return parts;
  const [loaded, texts] = await Promise.all([import('./parts.js'), textsOfParts(), loadStyle('parts-style')]).catch(async () => {
    await get('session');
    location.reload();
    return new Promise(() => {});
  });
  if (parts) return parts;
  parts = loaded;
  Object.assign(t, texts);
  Object.assign(features.dialogs, parts.dialogs);
  Object.assign(actions, parts.actionsOf(context, actions));
  parts.listenForImports(store, actions);
  return parts;
}

function renderPage(state) {
  const view = viewOf(state);
  Object.assign(document.documentElement.dataset, { theme: state.settings.theme, density: state.settings.density, columns: state.columns, role: state.session?.role ?? '' });
  document.title = [view.pending > 0 ? `(${view.pending}) ` : '', openRow(view)?.item.name ?? titleOf(view), ` – ${t.title}`].join('');
  updateFavicon(view.pending ?? 0);
  keepFocus(() => render(page(view, actions, features), document.body));
}

document.documentElement.lang = language;
store.subscribe(renderPage);
store.subscribe((state, before) => {
  if (queryKey(state) !== queryKey(before) || state.view !== before.view || state.tab !== before.tab || state.section !== before.section || state.open?.image !== before.open?.image) afterPaint().then(() => sync.refresh());
  if (state.settings.days !== before.settings.days) sync.refresh();
  if (state.settings.language !== before.settings.language) setTimeout(() => location.reload());
  if (state.settings !== before.settings) showServiceIcons(state.settings.serviceIcons);
  if (state.view !== before.view && document.activeElement?.type !== 'search') document.querySelector('h1').focus();
});
store.subscribe(actions.focusResults);
const unknown = unknownInUrl();
syncUrl(store);
renderPage(store.state);
if (unknown) toasts.success(t.unknownInUrl(...unknown));

/** Runs an action that takes the role editor, or shows why it is not allowed. */
function ifEditor(action) {
  if (hasRole(store.state, 'editor')) action();
  else if (store.state.session) toasts.success(t.onlyReads);
}

/** Shortcuts that move between rows or select them work only where rows are shown: other views keep the cursor and the selection. */
const rowShortcuts = {
  j: () => actions.moveCursor(1),
  k: () => actions.moveCursor(-1),
  x: actions.toggleAtCursor,
  X: actions.selectToCursor,
  a: actions.selectGroup,
  ' ': actions.toggleAtCursor,
};

/** Shortcuts that act on updates: see `targetRows`. */
const updateShortcuts = {
  e: rows => ifEditor(() => actions.finish(rows)),
  h: rows => ifEditor(() => actions.toggleSnoozed(rows)),
  t: rows => ifEditor(() => actions.chooseTag(rows)),
  m: rows => ifEditor(() => actions.toggleMuted(rows)),
  '#': rows => ifEditor(() => actions.forget(rows)),
  c: actions.copyCommands,
};

/** Shortcuts for one update: see `targetRow`. */
const singleShortcuts = {
  n: row => ifEditor(() => actions.editNote(row)),
  r: actions.openReleaseNotes,
  o: actions.openInTab,
};

const bind = (shortcuts, run) => Object.fromEntries(Object.entries(shortcuts).map(([key, action]) => [key, () => run(action)]));

bindShortcuts({
  ...bind(rowShortcuts, action => showsRows(viewOf(store.state)) && action()),
  ...bind(updateShortcuts, action => {
    const rows = actions.targetRows();
    if (rows.length > 0) action(rows);
  }),
  ...bind(singleShortcuts, action => {
    const row = actions.targetRow();
    if (row) action(row);
  }),
  u: () => ifEditor(actions.undo),
  '/': () => document.querySelector('[type=search]')?.focus(),
  '?': actions.showHelp,
  'g p': () => actions.showView('pending'),
  'g d': () => actions.showView('done'),
  'g i': () => actions.showView('insights'),
  'g h': () => actions.showView('hosts'),
  'g s': () => actions.showView('pending', queryOf('snoozed', store.state)),
  d: () => actions.setPreference({ density: store.state.settings.density === 'compact' ? 'comfortable' : 'compact' }),
  ...Object.fromEntries(CHIPS.map((chip, at) => [at + 1, () => store.state.view === 'pending' && actions.toggleChip(chip)])),
  '[': () => actions.setPreference({ isFolded: !store.state.settings.isFolded }),
  Escape: actions.clear,
}, () => store.state.settings.shortcuts && !store.state.dialog && !isLoading);

document.addEventListener('keydown', event => {
  if (event.key !== 'k' || !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  actions.openPalette();
});

growWindow(store);
followSettings(store);
followUser(store);
followNews(store, actions);
ignoreSecondClicks();
listenForGestures({
  onSwipe: (id, direction) => !id ? actions.moveCursor(-direction) : ifEditor(() => {
    const view = viewOf(store.state);
    const rows = view.shown.filter(each => each.id === id && showsRows(view));
    if (direction > 0) actions.finish(rows);
    else actions.toggleSnoozed(rows);
  }),
  onHold: actions.toggle,
});

/** Warns before unloading while changes are unsaved. The tab keeps them while the user signs in. */
addEventListener('beforeunload', event => store.state.unsent.length === 0 || store.state.isSigningIn || event.preventDefault());

setInterval(() => store.change({ now: Date.now() }), MINUTE);
sync.refresh();
showServiceIcons(store.state.settings.serviceIcons);
listen(sync, ({ host }) => toasts.success(t.tested(host)));
keepPage().catch(() => undefined); // without storage the page needs the server
