import { render } from 'lit-html';
import { createStore } from './store.js';
import { followAddress, readAddress } from './shell/address.js';
import { readSettings, shellActions } from './shell/actions.js';
import { createNotifier } from './shell/notify.js';
import { page, showCount } from './shell/page.js';
import { createParts } from './shell/parts.js';
import { may } from './shell/roles.js';
import { bindShortcuts } from './shell/shortcuts.js';
import { tagActions } from './tags/actions.js';
import { language, t } from './texts/text.js';
import { updateActions } from './updates/actions.js';
import { createFeed, listen } from './updates/feed.js';
import { keyOf } from './updates/list.js';
import { viewOf } from './updates/view.js';

const MINUTE = 60_000;

const store = createStore({
  ...readAddress(),
  list: undefined, held: undefined, pending: 0, tests: undefined, tags: [], side: { until: 0 }, data: {}, parts: {},
  edits: [], arrived: new Set(), refusal: undefined,
  connection: 'connecting', failures: 0, seenAt: undefined, now: Date.now(),
  selected: new Set(), isMatching: false, anchor: undefined, cursor: undefined, open: undefined, detail: undefined,
  session: undefined, isSignedOut: false,
  dragging: undefined, dialog: undefined, toast: undefined, settings: readSettings(),
});
const notify = createNotifier(store);
const parts = createParts(store, notify);
const feed = createFeed(store, parts);
const context = { store, feed, parts, notify };
const actions = { ...shellActions(context), ...updateActions(context), ...tagActions(context) };

function show(state) {
  const view = viewOf(state);
  Object.assign(document.documentElement.dataset, { theme: state.settings.theme, density: state.settings.density, role: state.session?.role ?? '' });
  document.title = view.pending > 0 ? `(${view.pending}) ${t.title}` : t.title;
  showCount(view.pending);
  render(page(view, actions), document.body);
}

document.documentElement.lang = language;
store.subscribe(show);
store.subscribe((state, before) => {
  if (keyOf(state) !== keyOf(before) || state.view !== before.view) feed.refresh();
});
followAddress(store);
show(store.state);

/** A key for what takes an editor tells the others so. */
function change(action) {
  if (may(store.state, 'editor')) action();
  else if (store.state.session) notify.success(t.onlyReads);
}

bindShortcuts({
  j: () => actions.step(1),
  k: () => actions.step(-1),
  x: actions.toggleAtCursor,
  X: actions.selectToCursor,
  a: actions.selectGroup,
  e: () => change(() => actions.acknowledge(actions.chosen())),
  h: () => change(() => actions.chooseSnooze(actions.chosen())),
  t: () => change(() => actions.chooseTag(actions.chosen())),
  u: () => change(actions.undo),
  Enter: () => actions.openAtCursor(),
  '/': () => document.querySelector('[type=search]').focus(),
  '?': actions.showHelp,
  'g p': () => actions.show('pending'),
  'g d': () => actions.show('done'),
  'g i': () => actions.show('insights'),
  'g h': () => actions.show('hosts'),
  Escape: actions.clear,
}, () => store.state.settings.shortcuts && !store.state.dialog);

/** Who leaves before all is sent is asked whether they mean it. */
addEventListener('beforeunload', event => store.state.edits.every(({ saved }) => saved) || event.preventDefault());

setInterval(() => store.change({ now: Date.now() }), MINUTE);
feed.refresh();
parts.decorate();
listen(feed);
for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, parts.prepare, { once: true });
