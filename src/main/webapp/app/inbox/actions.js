import { focusCursor } from '../ui/focus.js';
import { nextCursor, range } from './cursor.js';
import { showDeferred } from './deferred.js';
import { showsRows, viewOf } from './derived.js';
import { rowsOf } from './groups.js';
import { itemsOf, loadNextPage, queryKey } from './list.js';
import { applyOptimistically, makeChanges, submitAction } from './optimistic.js';
import { t } from '../i18n/index.js';
import { imagesOf, withoutOccurrence } from '../images/item.js';
import { pullCommand } from '../images/reference.js';
import { copyText } from '../ui/clipboard.js';

const NO_SELECTION = { selected: new Set(), isMatching: false };

/** The actions of the inbox. Rows are those of `viewOf`; `openDialog` and `setPreference` are actions of other folders. */
export function inboxActions(context, { openDialog, setPreference }) {
  return {
    ...listActions(context, setPreference),
    ...selectionActions(context),
    ...changeActions(context),
    chooseSnooze: rows => rows.length > 0 && openDialog('snooze', { rows }),

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
  unmark: ({ image }) => store.state.reverted.has(image) && store.change(({ reverted }) => ({ reverted: reverted.difference(new Set([image])) })),
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

  /** Collapses or expands a group. The browser remembers it. */
  toggleGroup(id) {
    const { collapsed } = viewOf(store.state);
    setPreference({ collapsed: [...collapsed.symmetricDifference(new Set([id]))] });
  },

  /** Clears the selection, otherwise closes the details, otherwise clears the search. Other views only have the search. */
  clear() {
    const { selection, shown, open } = viewOf(store.state);
    const [hasSelection, hasDetails] = showsRows(store.state) ? [selection.length > 0, shown.some(({ id }) => id === open?.id)] : [];
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

  /** Sends explicit image names, so that updates that arrived meanwhile are not acknowledged. */
  function markAsDone(all, clicked) {
    const { isMatching, list, query, total } = viewOf(store.state);
    const rows = all.filter(({ gone }) => !gone);
    if (rows.length === 0) return;
    if (isMatching && list.cursor) return markResultsAsDone(rows, { filter: query }, total);
    const rowsOf = Map.groupBy(rows, ({ item }) => item.image);
    const apply = item => rowsOf.get(item.image).reduce((left, { host }) =>
      left && host !== undefined ? withoutOccurrence(left, host) : undefined, item);
    const bodies = [...Map.groupBy(rows, ({ host }) => host)].map(([host, all]) => ({ images: imagesOf(all), host }));
    submitAction(context, 'acknowledgements', rows, bodies, t.toast.done(rows.length), { apply, clicked });
  }

  const markResultsAsDone = (rows, filter, count) => submitAction(context, 'acknowledgements', rows, [filter], t.toast.done(count));

  return {
    markAsDone,
    submitAction: (...action) => submitAction(context, ...action),

    markAllAsDone() {
      const { groups, list, query, total } = viewOf(store.state);
      const rows = rowsOf(groups);
      if (list.cursor) markResultsAsDone(rows, { filter: query }, total);
      else markAsDone(rows);
    },

    markGroupAsDone({ rows, filter, count }, clicked) {
      if (!filter) return markAsDone(rows, clicked);
      const search = [store.state.query, filter.term].filter(Boolean).join(' ');
      return markResultsAsDone(rows, { filter: search, host: filter.host }, count);
    },

    /** Marks one of several containers as done. */
    markOccurrenceAsDone(row, { host, workload }) {
      const body = { images: [row.item.image], host, workload: workload ?? undefined };
      applyOptimistically(context, {
        images: body.images, apply: item => withoutOccurrence(item, host, workload), text: t.toast.done(1),
        send: onSilence => makeChanges(context, 'acknowledgements', [body], onSilence),
      });
    },
  };
}
