import { render } from 'lit-html';
import { createStore } from './store.js';
import { readAddress, writeAddress } from './shell/address.js';
import { shellActions } from './shell/actions.js';
import { createNotifier } from './shell/notify.js';
import { page, titleOf } from './shell/page.js';
import { readSettings } from './shell/settings.js';
import { bindShortcuts } from './shell/shortcuts.js';
import { tagActions } from './tags/actions.js';
import { updateActions } from './updates/actions.js';
import { createFeed } from './updates/feed.js';
import { viewOf } from './updates/view.js';

const MINUTE = 60_000;

const store = createStore({
  ...readAddress(),
  list: undefined, updates: [], edits: [], tags: [], tests: [], isEmpty: undefined, arrived: new Set(),
  connection: 'connecting', failures: 0, seenAt: undefined, now: Date.now(),
  selected: new Set(), cursor: undefined, dragging: undefined, dialog: undefined, toast: undefined,
  settings: readSettings(),
});
const feed = createFeed(store);
const context = { store, feed, notify: createNotifier(store) };
const actions = { ...shellActions(context), ...updateActions(context), ...tagActions(context) };

function show(state) {
  const view = viewOf(state);
  document.documentElement.dataset.theme = state.settings.theme;
  document.title = titleOf(view);
  render(page(view, actions), document.body);
}

store.subscribe(show);
store.subscribe((state, before) => {
  if (state.query !== before.query || state.order !== before.order) writeAddress(state);
});
show(store.state);

bindShortcuts({
  j: () => actions.step(1),
  k: () => actions.step(-1),
  x: actions.toggleAtCursor,
  a: actions.selectGroup,
  e: () => actions.acknowledge(actions.chosenImages()),
  t: () => actions.chooseTag(actions.chosenImages()),
  '/': () => document.querySelector('[type=search]').focus(),
  '?': actions.showHelp,
  Escape: actions.clear,
}, () => store.state.settings.shortcuts);

setInterval(() => store.change({ now: Date.now() }), MINUTE);
feed.refresh();
