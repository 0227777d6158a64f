import { focusCursor } from '../ui/focus.js';
import { nextCursor, range } from './cursor.js';
import { showDeferred } from './deferred.js';
import { canSelectUnloaded, showsRows, viewOf } from './derived.js';
import { rowsOf } from './groups.js';
import { itemsOf, loadNextPage, queryKey } from './list.js';
import { makeChange, submitAction } from './optimistic.js';
import { describe, filterOf, isOfPlace, listOf, occurrencesOf, requestsFor } from './scope.js';
import { endedState, isAudible, isPending, stateOf, valuesAfter } from './states.js';
import { t } from '../i18n/index.js';
import { imagesOf, placeKeys, placeOf, withChanged } from '../images/item.js';
import { nameOrCount, pullCommand } from '../images/reference.js';
import { copyText } from '../ui/clipboard.js';

const NO_SELECTION = { selected: new Set(), isMatching: false };

/** The actions of the inbox. Rows are those of `viewOf`; `openDialog` and `setPreference` are actions of other folders. */
export function inboxActions(context, { openDialog, setPreference }) {
  const changing = changeActions(context);
  const chooseSnooze = rows => rows.length > 0 && openDialog('snooze', { rows });
  return {
    ...listActions(context, setPreference),
    ...selectionActions(context),
    ...changing,
    chooseSnooze,

    /** Snoozes pending rows, or ends the snooze of rows that are all snoozed, or the hold of those that are all held back. */
    toggleSnoozed: rows => ['snoozed', 'held'].includes(stateOf(rows)) ? changing.reopen(rows) : chooseSnooze(rows.filter(isPending)),

    async copyPullCommands(rows) {
      try {
        const text = (await itemsOf(context.store.state, rows)).map(({ image }) => pullCommand(image)).join('\n');
        if (!await copyText(context.toasts, text)) openDialog('copy', { text });
      } catch ({ message }) {
        context.toasts.error(message);
      }
    },
  };
}

const listActions = ({ store, sync }, setPreference) => ({
  search: query => store.change(({ view }) => ({ query, ...NO_SELECTION, view: view === 'done' ? view : 'pending' })),
  sort: order => store.change({ order }),
  groupBy: group => store.change({ group, ...NO_SELECTION }),
  setCursor: cursor => cursor !== store.state.cursor && store.change({ cursor }),
  unmark: places => places.some(key => store.state.reverted.has(key)) && store.change(({ reverted }) => ({ reverted: reverted.difference(new Set(places)) })),
  setDragging: rows => store.change({ dragging: rows }),
  showDeferred: () => showDeferred(store),

  moveCursor(by) {
    store.change(state => ({ cursor: nextCursor(state, by) }));
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

  /** Clears the selection, otherwise closes the details, otherwise clears the search. Other views only have the search. */
  clear() {
    const view = viewOf(store.state);
    const { selection, shown, open } = view;
    const [hasSelection, hasDetails] = showsRows(view) ? [selection.length > 0, shown.some(({ id }) => id === open?.id)] : [];
    store.change(hasSelection ? NO_SELECTION : hasDetails ? { open: undefined } : { query: '' });
  },
});

function selectionActions({ store }) {
  const select = ids => store.change(({ selected }) => ({ selected: selected.union(new Set(ids)) }));
  const toggle = id => id && store.change(({ selected }) => ({ selected: selected.symmetricDifference(new Set([id])), isMatching: false, anchor: id }));

  return {
    toggle,
    clearSelection: () => store.change(NO_SELECTION),
    toggleAtCursor: () => toggle(store.state.cursor),
    selectTo: id => select(range(store.state, store.state.anchor, id)),
    selectToCursor: () => store.state.cursor && select(range(store.state, store.state.anchor, store.state.cursor)),

    selectGroup() {
      const { groups, cursor } = viewOf(store.state);
      select(groups.find(({ rows }) => rows.some(({ id }) => id === cursor))?.rows.map(({ id }) => id) ?? []);
    },

    /** Selects all results of the search, including those that are not loaded. */
    selectMatching() {
      select(rowsOf(viewOf(store.state).groups).map(({ id }) => id));
      store.change({ isMatching: true });
    },

    /** The rows that a shortcut acts on: the selection, otherwise the row under the cursor. */
    targetRows() {
      const { selection, shown, cursor } = viewOf(store.state);
      return selection.length > 0 ? selection : shown.filter(({ id, gone }) => id === cursor && !gone);
    },
  };
}

function changeActions(context) {
  const { store } = context;

  /**
   * Performs an action on the occurrences of rows: those that the search found and that are in the group of the row. Sends explicit
   * image names, so that updates that arrived meanwhile are not changed.
   */
  function perform(kind, all, { clicked, ...values } = {}) {
    const view = viewOf(store.state);
    const { query } = view.list ?? {};
    const rows = all.filter(({ gone }) => !gone);
    if (rows.length === 0 || !showsRows(view)) return;
    const includesUnloaded = view.isMatching && canSelectUnloaded(view) && !rows.every(isOfPlace);
    const requests = includesUnloaded ? [{ rows, body: { filter: query } }] : requestsFor(kind, rows, query);
    send(kind, requests, { clicked, values, query, count: includesUnloaded ? view.total : undefined });
  }

  /** Performs an action on all results of a search, also on those that are not loaded. */
  const performOnResults = (kind, rows, body, what, clicked) => send(kind, [{ rows, body }], { clicked, what });

  function send(kind, requests, { clicked, values = {}, query, count, what }) {
    const { session } = store.state;
    const changed = valuesAfter(kind, values, session?.name ?? null);
    const allResults = what ?? (count === undefined ? undefined : t.updates(count));
    const nameOf = rows => allResults ?? whatOf(kind, rows, query);
    const parts = requests.map(({ rows, body }) => {
      const placesOf = Map.groupBy(rows.flatMap(row => occurrencesOf(kind, row, query).map(place => ({ image: row.item.image, place }))), ({ image }) => image);
      return {
        rows, kind,
        images: imagesOf(rows),
        name: allResults ?? describe(rows),
        places: rows.flatMap(({ item, places }) => placeKeys(item.image, places)),
        apply: item => withChanged(item, placesOf.get(item.image).map(({ place }) => place), changed),
        send: onSilence => makeChange(context, kind, { ...body, ...values }, onSilence),
      };
    });
    const rows = requests.flatMap(each => each.rows);
    submitAction(context, rows, { parts, clicked, text: done => textOf(kind, done.flatMap(part => part.rows), nameOf) });
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

    finishAll() {
      const view = viewOf(store.state);
      const rows = rowsOf(view.groups);
      if (!canSelectUnloaded(view)) perform(finishingKind(rows), rows);
      else performOnResults(finishingKind(rows), rows, { filter: view.list.query }, t.updates(view.total));
    },

    finishGroup({ rows, filter, count }, clicked) {
      const view = viewOf(store.state);
      const kind = finishingKind(rows);
      if (!filter || !canSelectUnloaded(view)) perform(kind, rows, { clicked });
      else performOnResults(kind, rows, { filter: filterOf(filter.term, view.list.query), host: filter.host }, describe(rows, t.updates(count)));
    },
  };
}

const finishingKind = rows => rows.some(isPending) ? 'acknowledgements' : 'reopenings';

const textOf = (kind, rows, nameOf) => kind === 'reopenings' ? t.toast.ended[endedState(rows)](nameOf(rows)) : t.toast[kind](nameOf(rows));

/** Names what an action changes: the images with their places; what is forgotten with each place. */
function whatOf(kind, rows, query) {
  if (kind === 'removals') return `${nameOrCount(imagesOf(rows))} (${listOf(new Set(rows.flatMap(row => occurrencesOf(kind, row, query).map(placeOf))))})`;
  return rows.every(({ where }) => where) || kind === 'mutes' ? describe(rows) : t.updates(rows.length);
}
