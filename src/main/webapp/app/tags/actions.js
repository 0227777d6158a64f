import { assign } from './assign.js';

/** The actions on tags. An undefined tag means untagged. */
export function tagActions(context, { openDialog, closeDialog }) {
  const { store } = context;

  /** Ends the drag and returns its rows. The dragged element may be rendered again, so `dragend` is not reliable. */
  function endDrag() {
    const rows = store.state.dragging ?? [];
    store.change({ dragging: undefined });
    return rows;
  }

  return {
    assign: (rows, tag) => assign(context, rows, tag),
    dropOnTag: tag => assign(context, endDrag(), tag),
    dropOnNewTag: () => openDialog('newTag', { rows: endDrag() }),
    chooseTag: rows => rows.length > 0 && openDialog('pickTag', { rows }),

    pickTag(rows, tag) {
      closeDialog();
      assign(context, rows, tag);
    },
  };
}
