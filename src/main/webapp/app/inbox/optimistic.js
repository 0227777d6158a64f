import { removeFromSelection } from './cursor.js';
import { holdBriefly } from './deferred.js';
import { pendingEdit } from './pending-edits.js';
import { changes, enqueue } from '../core/api.js';
import { untilAnswered } from '../core/unanswered.js';
import { t } from '../i18n/index.js';
import { imagesOf, withoutOccurrences } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { restoreFocus } from '../ui/focus.js';

/**
 * Performs an action on rows: moves the cursor on, shows the result at once and sends the requests. After a click the rows stay
 * for a moment, so that no other row is under the pointer. `removed` returns the occurrences of a row that are no longer pending.
 */
export function submitAction(context, kind, rows, bodies, { text, clicked, removed = ({ places }) => places }) {
  const ids = rows.map(({ id }) => id);
  const rowsOf = Map.groupBy(rows, ({ item }) => item.image);
  const apply = item => withoutOccurrences(item, rowsOf.get(item.image).flatMap(removed));
  context.store.batch(() => {
    removeFromSelection(context.store, ids);
    context.store.change(({ open }) => ids.includes(open?.id) ? { open: undefined } : {});
    applyOptimistically(context, {
      images: imagesOf(rows), apply, text, clicked, send: onSilence => makeChanges(context, kind, bodies, onSilence),
    });
  });
  restoreFocus();
}

/** Sends undoable actions of one kind and resolves to a function that undoes all of them. */
export async function makeChanges({ store }, kind, bodies, onSilence) {
  const made = await Promise.all(bodies.map(body => make(kind, body, store.state.session?.name, onSilence)));
  return whenSilent => Promise.all([...new Set(made.flat())].map(id => untilAnswered(() => changes.undo(kind, id), whenSilent)));
}

/**
 * Sends an action until the server answers, and resolves to its ids. An attempt without an answer may have been carried out, even
 * while it is repeated: the server then lists it among the actions since.
 */
function make(kind, body, actor, onSilence) {
  const since = changes.now();
  const find = () => changes.find(kind, body, actor, since);
  let isRepeated = false;
  return untilAnswered(async () => {
    const found = isRepeated ? await find() : [];
    if (found.length > 0) return found;
    const wasRepeated = isRepeated;
    isRepeated = true;
    const { id, count } = await changes.make(kind, body);
    return wasRepeated && count === 0 ? find() : [id];
  }, onSilence);
}

/**
 * Shows a change at once and sends it. If the server rejects it, the change is reverted and the server's reason is shown. While
 * the server does not answer, the change is neither: its rows stay, marked as not confirmed. `send` takes a function that it
 * calls then, and resolves to the function that undoes the change: the inverse request, so that later changes are kept.
 */
export async function applyOptimistically({ store, sync, toasts }, { images, name = nameOrCount(images), apply, send, text, clicked }) {
  const edit = pendingEdit(images, apply);
  const drop = () => store.change(({ edits }) => ({ edits: edits.filter(each => each !== edit) }));
  const hold = reason => {
    edit.hold = reason;
    store.change(({ edits }) => ({ edits: [...edits] }));
  };
  const unconfirmed = t.toast.unconfirmed(name);
  const onSilence = () => {
    if (edit.hold === 'unconfirmed') return;
    hold('unconfirmed');
    toasts.error(unconfirmed);
  };
  if (clicked) holdBriefly(store, edit, clicked);
  store.change(({ edits, reverted }) => ({ edits: [...edits, edit], reverted: reverted.difference(new Set(images)) }));
  const sent = enqueue(() => send(onSilence));

  /** Resolves to false if there is nothing to undo, because the server rejected the change. */
  async function sendUndo() {
    const inverse = await sent.catch(() => undefined);
    await inverse?.(() => toasts.error(unconfirmed));
    return Boolean(inverse);
  }

  async function undo() {
    drop();
    try {
      if (await enqueue(sendUndo)) toasts.success(t.toast.undone);
    } catch ({ message }) {
      toasts.error(message);
    }
    toasts.dismiss(unconfirmed);
    sync.refresh({ isForced: true });
  }

  toasts.success(text, undo);
  try {
    await sent;
    edit.saved = true;
    if (edit.hold === 'unconfirmed') hold(undefined);
  } catch ({ message }) {
    drop();
    toasts.dropUndo(undo);
    toasts.error(t.toast.failed(name, message));
    store.change(({ reverted }) => ({ reverted: reverted.union(new Set(images)) }));
  }
  toasts.dismiss(unconfirmed);
  sync.scheduleSoon();
}
