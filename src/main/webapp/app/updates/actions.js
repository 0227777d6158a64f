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

  function acknowledge(images, changes) {
    if (images.length === 0) return;
    leave(store, images);
    notify.success(`${images.length} done`);
    save(context, changes);
    rescueFocus();
  }

  const oneByOne = images =>
    acknowledge(images, images.map(image => ({ images: [image], patch: DONE, send: () => updates.acknowledge(image) })));

  const together = (images, send) => acknowledge(images, [{ images, patch: DONE, send }]);

  return {
    acknowledge: oneByOne,

    /** The server knows which images have a tag; which ones a search shows, only we know. */
    acknowledgeGroup({ tag, updates: members }) {
      const images = imagesOf(members);
      if (tag && !store.state.query) together(images, () => updates.acknowledgeByTag(tag));
      else oneByOne(images);
    },

    acknowledgeShown() {
      const { query, shown } = viewOf(store.state);
      if (query) oneByOne(imagesOf(shown));
      else together(imagesOf(shown), updates.acknowledgeAll);
    },
  };
}

const imagesOf = updates => updates.map(update => update.image);
