import { between, focusCursor, stepped, viewOf } from './view.js';
import { changing } from './changes.js';
import { release } from './feed.js';
import { keyOf, loadMore } from './list.js';

/** What the user can do to the updates. */
export const updateActions = context => ({ ...looking(context), ...selecting(context), ...opening(context), ...changing(context) });

const NOTHING = { selected: new Set(), isMatching: false };

const looking = ({ store, feed }) => ({
  search: query => store.change(({ view }) => ({ query, ...NOTHING, view: view === 'done' ? view : 'pending' })),
  sort: order => store.change({ order }),
  groupBy: group => store.change({ group, ...NOTHING }),
  place: cursor => cursor !== store.state.cursor && store.change({ cursor }),
  showHeld: () => release(store),

  /** The next page; what is asked for while one is on its way is that one. Where it fails, the feed finds out why. */
  async more() {
    const { list, isLoading, failures } = store.state;
    if (isLoading || failures > 0 || !list?.cursor || list.key !== keyOf(store.state)) return;
    store.change({ isLoading: true });
    const longer = await loadMore(store.state).catch(() => undefined);
    const isOvertaken = store.state.list !== list;
    store.change(longer && !isOvertaken ? { isLoading: false, list: longer, held: undefined } : { isLoading: false });
    if (!longer) feed.refresh();
  },

  step(by) {
    store.change(state => ({ cursor: stepped(state, by) }));
    focusCursor();
  },

  /** First the selection, then the details, then the search. */
  clear() {
    const { selection, shown, open } = viewOf(store.state);
    store.change(selection.length > 0 ? NOTHING : shown.some(({ id }) => id === open?.id) ? { open: undefined } : { query: '' });
  },
});

const selecting = ({ store, parts }) => {
  function change(selection) {
    store.change(selection);
    parts.need('bulk');
  }

  const select = ids => change(({ selected }) => ({ selected: selected.union(new Set(ids)) }));
  const toggle = id => id && change(({ selected }) => ({ selected: selected.symmetricDifference(new Set([id])), isMatching: false, anchor: id }));

  return {
    toggle,
    deselect: () => store.change(NOTHING),
    toggleAtCursor: () => toggle(store.state.cursor),
    selectTo: id => select(between(store.state, store.state.anchor, id)),
    selectToCursor: () => store.state.cursor && select(between(store.state, store.state.anchor, store.state.cursor)),

    selectGroup() {
      const { groups, cursor } = viewOf(store.state);
      select(groups.find(({ rows }) => rows.some(({ id }) => id === cursor))?.rows.map(({ id }) => id) ?? []);
    },

    /** Also those that are not loaded: what is done then is done to all that the search finds. */
    selectMatching() {
      select(viewOf(store.state).groups.flatMap(({ rows }) => rows).map(({ id }) => id));
      store.change({ isMatching: true });
    },

    /** What a key acts on: the selected rows, else the one under the cursor. */
    chosen() {
      const { selection, shown, cursor } = viewOf(store.state);
      return selection.length > 0 ? selection : shown.filter(({ id }) => id === cursor);
    },
  };
};

const opening = context => {
  const { store, feed, parts } = context;

  /** Shows the details of a row in place, or hides them. */
  async function open(row) {
    if (!row) return;
    const isOpen = store.state.open?.id === row.id;
    store.change({ open: isOpen ? undefined : { id: row.id, image: row.item.image }, detail: undefined, cursor: row.id });
    if (isOpen) return;
    if (await parts.need('detail')) feed.refresh();
  }

  return {
    open,

    openAtCursor() {
      const { shown, cursor } = viewOf(store.state);
      open(shown.find(({ id }) => id === cursor));
    },

    copyPulls: async rows => await parts.need('copying') && store.state.parts.copying.copyPulls(context, rows),
  };
};
