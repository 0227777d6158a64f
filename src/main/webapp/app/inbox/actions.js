import { focusCursor } from '../ui/focus.js';
import { toggled } from './chips.js';
import { withColumnToggled } from './columns.js';
import { nextCursor, range } from './cursor.js';
import { showDeferred } from './deferred.js';
import { showsRows, viewOf } from './derived.js';
import { rowsOf } from './groups.js';
import { loadNextPage, queryKey } from './list.js';
import { openRow } from './open-row.js';
import { changeOf, submitAction } from './optimistic.js';
import { FIRST, centreAt } from './row-window.js';
import { describe, filterOf, listOf, occurrencesOf, requestsFor, rowOfPlace } from './scope.js';
import { describeAll, itemsOf, partsOf } from './selection.js';
import { endedState, isAudible, isPending, stateOf, valuesAfter } from './states.js';
import { t } from '../i18n/index.js';
import { commandsOf } from '../images/commands.js';
import { imagesOf, placeKeys, placeOf, untilText, withChanged } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { copyText } from '../ui/clipboard.js';

const NO_SELECTION = { selected: new Set(), isMatching: false, whole: new Set() };

/** The actions of the inbox. Rows are those of `viewOf`; the others are actions of other folders. */
export function inboxActions(context, { openDialog, setPreference, closeDetails }) {
  const changing = changeActions(context);
  const chooseSnooze = rows => rows.length > 0 && openDialog('snooze', { rows });
  return {
    ...listActions(context, setPreference, closeDetails),
    ...selectionActions(context),
    ...changing,
    chooseSnooze,

    /** Snoozes pending rows, or ends the snooze of rows that are all snoozed, or the hold of those that are all held back. */
    toggleSnoozed: rows => ['snoozed', 'held'].includes(stateOf(rows)) ? changing.reopen(rows) : chooseSnooze(rows.filter(isPending)),

    /** Copies the commands for the places of rows; of images that are not loaded, for those that are pending. */
    async copyCommands(rows) {
      try {
        const places = Map.groupBy(rows, ({ item }) => item.image);
        const items = await itemsOf(context.store.state, rows);
        const commands = items.flatMap(item => commandsOf(item, places.get(item.image)?.flatMap(row => row.places) ?? item.waiting, context.store.state.commands));
        await copyText(context.toasts, [...new Set(commands)].join('\n'));
      } catch ({ message }) {
        context.toasts.error(message);
      }
    },
  };
}

const listActions = ({ store, sync }, setPreference, closeDetails) => ({
  /** Searches the open view; the inbox if that cannot be searched. */
  search: query => store.change(({ view }) => ({ query, ...NO_SELECTION, view: view === 'insights' ? 'pending' : view })),
  toggleChip: (chip, several) => store.change(({ query }) => ({ query: toggled(query, chip, several), ...NO_SELECTION })),

  /** Changes `order` or `group`, and remembers the choice for this browser. */
  arrange: choice => store.batch(() => {
    setPreference(choice);
    store.change({ ...choice, ...NO_SELECTION, centre: undefined, reach: FIRST });
  }),

  /** Shows or hides a column of the list, and remembers it for this browser. */
  toggleColumn: column => store.batch(() => {
    const columns = withColumnToggled(store.state.columns, column);
    setPreference({ columns });
    store.change({ columns });
  }),

  centreAt: id => store.change(() => centreAt(viewOf(store.state), id)),
  setCursor: cursor => cursor !== store.state.cursor && store.change({ cursor }),
  unmark: places => places.some(key => store.state.reverted.has(key)) && store.change(({ reverted }) => ({ reverted: reverted.difference(new Set(places)) })),
  setDragging: rows => store.change({ dragging: rows }),
  showDeferred() {
    showDeferred(store);
    scrollTo(0, 0);
  },

  /** Moves to another row. Open details follow. */
  moveCursor(by) {
    store.change(state => {
      const cursor = nextCursor(state, by);
      const row = state.open && viewOf(state).shown.find(({ id }) => id === cursor);
      return row && by ? { cursor, open: { id: cursor, image: row.item.image } } : { cursor };
    });
    focusCursor();
  },

  /** Loads the next page, one at a time. After an error the next sync finds the cause. */
  async loadNextPage() {
    const { list, isLoading, failures } = store.state;
    if (isLoading || failures > 0 || !list?.cursor || list.key !== queryKey(store.state)) return;
    store.change({ isLoading: true });
    const longer = await loadNextPage(store.state).catch(() => undefined);
    const isOvertaken = store.state.list !== list;
    store.change(longer && !isOvertaken ? { isLoading: false, list: longer, deferred: undefined } : { isLoading: false });
    if (!longer) sync.refresh();
  },

  /** Shows or hides the older tags below a row. */
  toggleOlderTags: id => store.change(({ unfolded }) => ({ unfolded: unfolded.symmetricDifference(new Set([id])), cursor: id })),

  /** Collapses or expands a group. The browser remembers it. */
  toggleGroup(id) {
    const { collapsed } = viewOf(store.state);
    setPreference({ collapsed: [...collapsed.symmetricDifference(new Set([id]))] });
  },

  /** Closes the details, otherwise clears the selection, otherwise clears the search. */
  clear() {
    const view = viewOf(store.state);
    if (view.open) closeDetails();
    else if (showsRows(view) && view.selection.length > 0) store.change(NO_SELECTION);
    else store.change({ query: '' });
  },
});

function selectionActions({ store }) {
  const select = ids => store.change(({ selected }) => ({ selected: selected.union(new Set(ids)) }));
  const without = (set, ids) => set.difference(new Set(ids));

  function toggle(id) {
    if (!id) return;
    const groups = viewOf(store.state).groups.filter(({ rows }) => rows.some(row => row.id === id));
    store.change(({ selected, whole }) => ({
      selected: selected.symmetricDifference(new Set([id])), isMatching: false, whole: without(whole, groups.map(each => each.id)), anchor: id,
    }));
  }

  return {
    toggle,

    /** Adds a row to the selection, or takes it out. Returns whether anything is selected. */
    extendSelection(id) {
      if (store.state.selected.size === 0) return false;
      toggle(id);
      return true;
    },

    clearSelection: () => store.change(NO_SELECTION),
    toggleAtCursor: () => toggle(store.state.cursor),
    selectTo: id => select(range(store.state, store.state.anchor, id)),
    selectToCursor: () => store.state.cursor && select(range(store.state, store.state.anchor, store.state.cursor)),

    /** Selects a group, including the updates that are not loaded, or takes it out of the selection. */
    toggleGroupSelection({ id, rows, filter }) {
      const ids = rows.filter(({ gone }) => !gone).map(row => row.id);
      store.change(({ selected, whole }) => ids.every(each => selected.has(each)) && (!filter || whole.has(id))
        ? { selected: without(selected, ids), whole: without(whole, [id]), isMatching: false }
        : { selected: selected.union(new Set(ids)), whole: whole.union(new Set([id])) });
    },

    selectGroup() {
      const { groups, cursor } = viewOf(store.state);
      select(groups.find(({ rows }) => rows.some(({ id }) => id === cursor))?.rows.map(({ id }) => id) ?? []);
    },

    /** Selects all results of the search, including those that are not loaded. */
    selectMatching() {
      select(rowsOf(viewOf(store.state).groups).map(({ id }) => id));
      store.change({ isMatching: true });
    },

    targetRow: () => targetRow(viewOf(store.state)),

    /** The rows that a shortcut acts on: the selection, or the row that `targetRow` returns. Details that hide the list hide the selection. */
    targetRows() {
      const view = viewOf(store.state);
      const hasSelection = showsRows(view) && !isInDetails(view) && view.selection.length > 0;
      return hasSelection ? view.selection : [targetRow(view)].filter(Boolean);
    },
  };
}

/** True if the details have the focus, or hide the list. */
const isInDetails = ({ open }) => open && (document.activeElement.closest('.panel') || !document.querySelector('.inbox')?.checkVisibility());

/** The place with the focus in the details, or their row if they have the focus or hide the list, otherwise the row under the cursor. */
function targetRow(view) {
  if (isInDetails(view)) return placeWithFocus(openRow(view));
  return showsRows(view) ? view.shown.find(({ id, gone }) => id === view.cursor && !gone) : undefined;
}

function placeWithFocus(row) {
  const key = document.activeElement.closest('.place')?.dataset.key;
  const place = key && row?.item.occurrences.find(each => placeKeys(row.item.image, [each])[0] === key);
  return place ? rowOfPlace(row, place) : row;
}

function changeActions(context) {
  const { store } = context;

  /**
   * Performs an action on the occurrences of rows: those that the search found and that are in the group of the row. Sends explicit
   * image names, so that updates that arrived meanwhile are not changed.
   */
  function perform(kind, all, { clicked, ...values } = {}) {
    const view = viewOf(store.state);
    const rows = all.filter(({ gone }) => !gone);
    const areDetached = rows.every(({ isDetached }) => isDetached);
    if (rows.length === 0 || !areDetached && !showsRows(view)) return;
    const query = areDetached ? '' : view.list.query;
    const parts = partsOf(view, rows);
    const requests = parts.flatMap(({ rows: part, filter }) => filter
      ? { rows: part, body: { filter: filterOf(filter.term, query), host: filter.host } } : requestsFor(kind, part, query));
    send(kind, requests, { clicked, values, query, what: parts.some(({ filter }) => filter) ? describeAll(view, rows) : undefined });
  }

  function send(kind, requests, { clicked, values = {}, query, what }) {
    const { session } = store.state;
    const changed = valuesAfter(kind, values, session?.name ?? null);
    const nameOf = rows => what ?? whatOf(kind, rows, query);
    const parts = requests.map(({ rows, body }) => {
      const placesOf = Map.groupBy(rows.flatMap(row => occurrencesOf(kind, row, query).map(place => ({ image: row.item.image, place }))), ({ image }) => image);
      return {
        rows, kind,
        images: imagesOf(rows),
        name: what ?? describe(rows),
        places: rows.flatMap(({ item, places }) => placeKeys(item.image, places)),
        apply: item => withChanged(item, placesOf.get(item.image).map(({ place }) => place), changed),
        ...changeOf(kind, { ...body, ...values }),
      };
    });
    const rows = requests.flatMap(each => each.rows);
    submitAction(context, rows, { parts, clicked, text: done => textOf(kind, done.flatMap(part => part.rows), nameOf, values) });
  }

  const markAsDone = (rows, clicked) => perform('acknowledgements', rows.filter(isPending), { clicked });
  const mute = rows => perform('mutes', rows.filter(isAudible));
  const reopen = (rows, clicked) => perform('reopenings', rows, { clicked });

  return {
    perform,
    markAsDone,
    mute,
    reopen,
    forget: rows => perform('removals', rows),

    /** Marks rows as done, or reopens them in lists of updates that are not pending. */
    finish: (rows, clicked) => rows.some(isPending) ? markAsDone(rows, clicked) : reopen(rows, clicked),
    toggleMuted: rows => rows.some(isAudible) ? mute(rows) : reopen(rows),
  };
}

/** "3 updates snoozed until Nov 30, 2026, 8:00 AM". */
function textOf(kind, rows, nameOf, { until }) {
  if (kind === 'reopenings') return t.toast.ended[endedState(rows)](nameOf(rows));
  const text = t.toast[kind](nameOf(rows));
  return until ? `${text} ${untilText({ snoozed_until: until })}` : text;
}

/** Names what an action changes: the images with their places; what is forgotten with each place. */
function whatOf(kind, rows, query) {
  if (kind === 'removals') return `${nameOrCount(imagesOf(rows))} (${listOf(new Set(rows.flatMap(row => occurrencesOf(kind, row, query).map(placeOf))))})`;
  return rows.every(({ where }) => where) || kind === 'mutes' ? describe(rows) : t.updates(rows.length);
}
