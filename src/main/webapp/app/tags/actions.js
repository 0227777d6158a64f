import { closeDialog } from '../shell/parts.js';

/** What the user can do with tags. Where a tag is asked for, none means untagged. */
export function tagActions(context) {
  const { store, parts } = context;

  const assign = async (rows, tag) => await parts.need('assigning') && store.state.parts.assigning.assign(context, rows, tag);

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
