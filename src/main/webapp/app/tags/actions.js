import { tags } from '../api.js';
import { closeDialog } from '../shell/dialog.js';
import { leave, rescueFocus } from '../updates/cursor.js';
import { save } from '../updates/saving.js';

/** What the user can do with tags. Where a tag is asked for, none means untagged. */
export function tagActions(context) {
  const { store, feed, notify } = context;

  function assign(images, tag) {
    const current = new Map(store.state.updates.map(update => [update.image, update.tag?.id]));
    const moved = images.filter(image => current.get(image) !== tag?.id);
    if (moved.length === 0) return;
    leave(store, moved);
    notify.success(tag ? `${moved.length} tagged ${tag.name}` : `${moved.length} untagged`);
    save(context, moved.map(image => ({ images: [image], patch: { tag }, send: () => sendTag(image, tag) })));
    rescueFocus();
  }

  /** Drawing the rows anew may take away the one that was dragged, and with it the end of the drag. */
  function endDrag() {
    const images = store.state.dragging ?? [];
    store.change({ dragging: undefined });
    return images;
  }

  const nameTag = images => store.change({ dialog: { kind: 'newTag', images } });

  return {
    assign,
    nameTag,
    drop: tag => assign(endDrag(), tag),
    dropOnNewTag: () => nameTag(endDrag()),
    chooseTag: images => images.length > 0 && store.change({ dialog: { kind: 'tag', images } }),
    confirmRemoval: tag => store.change({ dialog: { kind: 'removal', tag } }),

    chosen(images, tag) {
      closeDialog(store);
      assign(images, tag);
    },

    async create(name, images) {
      try {
        const tag = knownTag(store.state, name, images) ?? await tags.create(name);
        store.change(state => ({ tags: [...state.tags.filter(each => each.id !== tag.id), tag] }));
        closeDialog(store);
        if (images.length > 0) assign(images, tag);
        else notify.success(`Tag ${tag.name} created`);
      } catch (problem) {
        store.change(({ dialog }) => ({ dialog: dialog && { ...dialog, problem: problem.message } }));
      }
    },

    async remove(tag) {
      closeDialog(store);
      try {
        await tags.remove(tag);
        notify.success(`Tag ${tag.name} deleted`);
      } catch (problem) {
        notify.problem(problem.message);
      }
      feed.refresh();
    },
  };
}

const sendTag = (image, tag) => tag ? tags.assign(image, tag) : tags.unassign(image);

/** To tag something, a tag that is there already is as good as a new one. */
const knownTag = ({ tags }, name, images) => images.length > 0 ? tags.find(tag => tag.name === name) : undefined;
