import { updates } from '../api.js';
import { focusCursor, leave, rescueFocus, stepped } from './cursor.js';
import { save } from './saving.js';
import { viewOf } from './view.js';

/** What the user can do to the updates. */
export const updateActions = context => ({ ...looking(context.store), ...selecting(context.store), ...acknowledging(context) });

const looking = store => ({
  search: query => store.change({ query }),
  sort: order => store.change({ order }),
  place: cursor => cursor !== store.state.cursor && store.change({ cursor }),

  step(by) {
    store.change(state => ({ cursor: stepped(state, by) }));
    focusCursor();
  },

  /** First the selection, then the search. */
  clear() {
    const { selection } = viewOf(store.state);
    store.change(selection.length > 0 ? { selected: new Set() } : { query: '' });
  },
});

const selecting = store => ({
  deselect: () => store.change({ selected: new Set() }),
  toggle: image => store.change(({ selected }) => ({ selected: selected.symmetricDifference(new Set([image])) })),
  toggleAtCursor: () => store.change(({ selected, cursor }) => ({ selected: selected.symmetricDifference(new Set([cursor])) })),

  selectGroup() {
    const { groups, cursor } = viewOf(store.state);
    const group = groups.find(({ updates }) => updates.some(update => update.image === cursor));
    store.change(({ selected }) => ({ selected: selected.union(new Set(imagesOf(group?.updates ?? []))) }));
  },

  /** What a key acts on: the selected updates, else the one under the cursor. */
  chosenImages() {
    const { selection, shown, cursor } = viewOf(store.state);
    return selection.length > 0 ? selection : imagesOf(shown).filter(image => image === cursor);
  },
});

const DONE = { acknowledged: true };

function acknowledging(context) {
  const { store, notify } = context;

  /** One by one: what has arrived unseen since the last answer must not be done along with the rest. */
  function acknowledge(images) {
    if (images.length === 0) return;
    leave(store, images);
    notify.success(`${images.length} done`);
    save(context, images.map(image => ({ images: [image], patch: DONE, send: () => updates.acknowledge(image) })));
    rescueFocus();
  }

  return {
    acknowledge,
    acknowledgeGroup: ({ updates: members }) => acknowledge(imagesOf(members)),
    acknowledgeShown: () => acknowledge(imagesOf(viewOf(store.state).shown)),
  };
}

const imagesOf = updates => updates.map(update => update.image);
