import { tags } from '../api.js';
import { closeDialog } from '../shell/parts.js';
import { t } from '../texts/text.js';
import { leave, rescueFocus } from '../updates/view.js';
import { itemsOf } from '../updates/list.js';
import { save } from '../updates/changes.js';

/** What the user can do with tags. Where a tag is asked for, none means untagged. */
export function tagActions(context) {
  const { store, notify, parts } = context;

  async function assign(rows, tag = null) {
    let items;
    try {
      items = await itemsOf(store.state, rows);
    } catch ({ message }) {
      return notify.problem(message);
    }
    const moved = items.filter(item => item.tag?.id !== tag?.id);
    if (moved.length === 0) return;
    store.together(() => {
      leave(store, rows.map(({ id }) => id));
      save(context, {
        images: imagesOf(moved),
        apply: item => ({ ...item, tag }),
        text: tag ? t.toast.tagged(moved.length, tag.name) : t.toast.untagged(moved.length),
        send: async () => {
          await tags.assign(imagesOf(moved), tag?.id);
          return () => Promise.all([...Map.groupBy(moved, item => item.tag?.id)].map(([id, all]) => tags.assign(imagesOf(all), id)));
        },
      });
    });
    rescueFocus();
  }

  /** Drawing the rows anew may take away the one that was dragged, and with it the end of the drag. */
  function endDrag() {
    const rows = store.state.dragging ?? [];
    store.change({ dragging: undefined });
    return rows;
  }


  return {
    assign,
    drop: tag => assign(endDrag(), tag),
    dropOnNewTag: () => parts.openDialog('newTag', { rows: endDrag() }),
    chooseTag: rows => rows.length > 0 && parts.openDialog('tag', { rows }),
    manageTags: () => parts.openDialog('tags'),
    editTag: tag => parts.openDialog('editTag', { tag }),

    tagChosen(rows, tag) {
      closeDialog(store);
      assign(rows, tag);
    },
  };
}

const imagesOf = items => items.map(({ image }) => image);
