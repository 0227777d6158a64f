import { removeFromSelection } from './cursor.js';
import { pendingEdit } from './pending-edits.js';
import { changes, enqueue } from '../core/api.js';
import { t } from '../i18n/index.js';
import { imagesOf } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { restoreFocus } from '../ui/focus.js';

/** Marks rows as done or snoozes them: moves the cursor on, shows the result at once and sends the requests. */
export function submitAction(context, kind, rows, bodies, text, apply = () => undefined) {
  context.store.batch(() => {
    removeFromSelection(context.store, rows.map(({ id }) => id));
    applyOptimistically(context, { images: imagesOf(rows), apply, text, send: () => makeChanges(kind, bodies) });
  });
  restoreFocus();
}

/** Sends undoable actions of one kind and resolves to a function that undoes all of them. */
export async function makeChanges(kind, bodies) {
  const made = await Promise.all(bodies.map(body => changes.make(kind, body)));
  return () => Promise.all(made.map(({ id }) => changes.undo(kind, id)));
}

/**
 * Shows a change at once and sends it. If the server rejects it, the change is reverted and the server's reason is shown.
 * `send` resolves to the function that undoes it: the inverse request, so that later changes are kept.
 */
export async function applyOptimistically({ store, sync, toasts }, { images, apply, send, text }) {
  const edit = pendingEdit(images, apply);
  const drop = () => store.change(({ edits }) => ({ edits: edits.filter(each => each !== edit) }));
  store.change(({ edits }) => ({ edits: [...edits, edit] }));
  const sent = enqueue(send);

  async function undo() {
    drop();
    try {
      await enqueue(async () => (await sent)());
      toasts.success(t.toast.undone);
    } catch ({ message }) {
      toasts.error(message);
    }
    sync.refresh({ isForced: true });
  }

  toasts.success(text, undo);
  try {
    await sent;
    edit.saved = true;
  } catch ({ message }) {
    drop();
    toasts.dropUndo(undo);
    toasts.error(t.toast.failed(nameOrCount(images), message));
  }
  sync.scheduleSoon();
}
