import { tags } from '../api.js';
import { closeDialog } from '../shell/parts.js';
import { t } from '../texts/text.js';
import { leave, rescueFocus } from '../updates/cursor.js';
import { namesOf } from '../updates/list.js';
import { save } from '../updates/saving.js';
import { viewOf } from '../updates/view.js';

/** What the user can do with tags. Where a tag is asked for, none means untagged. */
export function tagActions(context) {
  const { store, feed, notify, parts } = context;

  async function assign(rows, tag = null) {
    const images = await namesOf(store.state, rows);
    const current = new Map(viewOf(store.state).items.map(item => [item.image, item.tag?.id]));
    const moved = images.filter(image => !current.has(image) || current.get(image) !== tag?.id);
    if (moved.length === 0) return;
    leave(store, rows.map(({ id }) => id));
    save(context, {
      images: moved,
      apply: item => ({ ...item, tag }),
      text: tag ? t.toast.tagged(moved.length, tag.name) : t.toast.untagged(moved.length),
      send: async () => {
        await tags.assign(moved, tag?.id);
        return () => Promise.all([...Map.groupBy(moved, image => current.get(image))].map(([id, all]) => tags.assign(all, id)));
      },
    });
    rescueFocus();
  }

  /** Drawing the rows anew may take away the one that was dragged, and with it the end of the drag. */
  function endDrag() {
    const rows = store.state.dragging ?? [];
    store.change({ dragging: undefined });
    return rows;
  }


  const nameTag = (rows = []) => parts.openDialog('newTag', { rows });

  return {
    nameTag,
    drop: tag => assign(endDrag(), tag),
    dropOnNewTag: () => nameTag(endDrag()),
    chooseTag: rows => rows.length > 0 && parts.openDialog('tag', { rows }),
    manageTags: () => parts.openDialog('tags'),
    editTag: tag => parts.openDialog('editTag', { tag }),

    tagChosen(rows, tag) {
      closeDialog(store);
      assign(rows, tag);
    },

    async create(name, rows) {
      try {
        const tag = knownTag(store.state, name, rows) ?? await tags.create({ name });
        store.change(state => ({ tags: [...state.tags.filter(({ id }) => id !== tag.id), tag] }));
        closeDialog(store);
        if (rows.length > 0) assign(rows, tag);
        else notify.success(t.toast.created(tag.name));
        feed.refresh();
      } catch ({ message }) {
        store.change(({ dialog }) => ({ dialog: dialog && { ...dialog, problem: message } }));
      }
    },
  };
}

/** To tag something, a tag that is there already is as good as a new one. */
const knownTag = ({ tags }, name, rows) => rows.length > 0 ? tags.find(tag => tag.name === name) : undefined;
