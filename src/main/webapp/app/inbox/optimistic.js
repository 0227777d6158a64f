import { removeFromSelection } from './cursor.js';
import { holdBriefly } from './deferred.js';
import { viewOf } from './derived.js';
import { openRow } from './open-row.js';
import { pendingEdit } from './pending-edits.js';
import { isOfPlace } from './scope.js';
import { enqueue } from '../core/api.js';
import { UNAUTHENTICATED } from '../core/outbox.js';
import { timeZoneOf } from '../core/time-zone.js';
import { t } from '../i18n/index.js';
import { restoreFocus } from '../ui/focus.js';

/**
 * Performs an action on rows: shows the result at once and sends the requests, see `applyOptimistically`. The cursor and open details
 * move on, but not after an action on single places in the details. After a click the rows stay for a moment, so that no other row
 * is under the pointer.
 */
export function submitAction(context, rows, { parts, text, clicked }) {
  context.store.batch(() => {
    if (!rows.every(isOfPlace) || removesLastPlace(rows, parts)) moveOn(context.store, rows.map(({ id }) => id));
    applyOptimistically(context, { parts, text, clicked });
  });
  restoreFocus();
}

function moveOn(store, ids) {
  const opened = openRow(viewOf(store.state));
  removeFromSelection(store, ids);
  leaveRows(ids, store.state.cursor);
  if (!ids.includes(opened?.id) || opened.isDetached) return;
  const { shown, cursor } = viewOf(store.state);
  const next = shown.find(({ id }) => id === cursor);
  store.change({ open: next && { id: next.id, image: next.item.image } });
}

/** Moves the focus to the next row before the one that has it is removed: its removal would force a layout. */
function leaveRows(ids, next) {
  const { id } = document.activeElement.closest('.update')?.dataset ?? {};
  if (ids.includes(id)) document.querySelector(`[data-id="${CSS.escape(next)}"] > .name`)?.focus({ preventScroll: true });
}

/** Sends the changes that the tab has kept while the user signed in or reloaded the page. */
export async function sendKept({ sync, toasts, outbox }, entries) {
  const outcomes = await Promise.allSettled(entries.map(entry => enqueue(() => outbox.send(entry))));
  const sent = outcomes.filter(({ value }) => value).length;
  if (sent > 0) toasts.success(t.toast.sent(sent));
  outcomes.forEach(({ reason }, at) => reason && toasts.error(t.toast.failed(entries[at].name, reason.message)));
  sync.refresh({ isForced: true });
}

const removesLastPlace = ([{ item }], [{ kind }]) => kind === 'removals' && item.occurrences.length === 1;

/** The request of an undoable action of a kind and its inverse, for a part. */
export const changeOf = (kind, body) => ({
  request: { method: 'POST', path: kind, body: { ...body, ...timeZoneOf(body.filter) } },
  inverse: ({ id }) => [{ method: 'DELETE', path: `${kind}/${id}` }],
});

/**
 * A part of an action: what one request changes.
 *
 * @typedef {object} Part
 * @property {string[]} images references
 * @property {string} name the images, and where they are, in messages
 * @property {string[]} places keys of the occurrences that are marked if the server rejects the request
 * @property {string} [kind] see `pendingEdit`
 * @property {function(object): object|undefined} apply see `pendingEdit`
 * @property {{method: string, path: string, body: object}} request
 * @property {function(object): object[]} inverse the requests that undo the part, by the answer: later changes are kept
 */

/** A message says that a change waits if the server has not answered by then. */
const PATIENCE_MS = 1_000;

/**
 * Shows a change at once and sends it. The message that it is done follows the server's answer. Parts that the server rejects are
 * reverted, with the server's reason; the others stay, and undo is for them. While the server does not answer, or the user has to
 * sign in again, a part is neither: its rows stay, and are marked.
 *
 * @param {{parts: Part[], text: function(Part[]): string}} change `text` is the message for the parts that are done
 */
export async function applyOptimistically({ store, sync, toasts, outbox }, { parts, text, clicked }) {
  const pieces = parts.map(part => {
    const piece = { ...part, edit: pendingEdit(part.images, part.apply, part.kind), silence: t.toast.unconfirmed(part.name) };
    return { ...piece, entry: outbox.add(part.request, part.name, error => showDelay(piece, error)) };
  });
  const drop = dropped => store.change(({ edits }) => ({ edits: edits.filter(each => !dropped.some(({ edit }) => edit === each)) }));
  const keys = new Set(parts.flatMap(({ places }) => places));
  if (clicked) holdBriefly(store, pieces.map(({ edit }) => edit), clicked);
  store.change(({ edits, reverted }) => ({ edits: [...edits, ...pieces.map(({ edit }) => edit)], reverted: reverted.isDisjointFrom(keys) ? reverted : reverted.difference(keys) }));
  const sent = enqueue(() => Promise.allSettled(pieces.map(piece => outbox.send(piece.entry))));

  function hold(edit, reason) {
    edit.hold = reason;
    store.change(({ edits }) => ({ edits: [...edits] }));
  }

  function showDelay({ edit, silence }, { isUnanswered, status }) {
    const reason = isUnanswered ? 'unconfirmed' : 'unsent';
    if (edit.hold === reason) return;
    hold(edit, reason);
    if (isUnanswered) toasts.error(silence);
    showWaiting(status === UNAUTHENTICATED ? t.toast.unsent : t.toast.waiting);
  }

  function showWaiting(waiting = t.toast.waiting) {
    clearTimeout(patience);
    if (!isUndone) toasts.success(waiting, undo);
  }

  const dismissSilence = () => pieces.forEach(({ silence }) => toasts.dismiss(silence));

  /** Resolves to false if there is nothing to undo, because the server rejected all parts. */
  async function sendUndo() {
    const outcomes = await sent;
    const inverses = pieces.flatMap(({ inverse, name, silence }, at) => outcomes[at].value ? inverse(outcomes[at].value.answer)
      .map(request => outbox.add(request, name, ({ isUnanswered }) => isUnanswered && toasts.error(silence))) : []);
    await Promise.all(inverses.map(entry => outbox.send(entry)));
    return inverses.length > 0;
  }

  async function undo() {
    isUndone = true;
    drop(pieces);
    try {
      if (outbox.cancel(pieces.map(({ entry }) => entry)) || await enqueue(sendUndo)) toasts.success(t.toast.undone);
    } catch ({ message }) {
      toasts.error(message);
    }
    dismissSilence();
    sync.refresh({ isForced: true });
  }

  let isUndone = false;
  const patience = setTimeout(showWaiting, PATIENCE_MS);
  toasts.begin(undo);
  const outcomes = await sent;
  clearTimeout(patience);
  const failed = pieces.map((piece, at) => ({ ...piece, reason: outcomes[at].reason })).filter(({ reason }) => reason);
  const saved = pieces.filter((_, at) => !outcomes[at].reason);
  const done = pieces.filter((_, at) => outcomes[at].value);
  if (done.length > 0 && !isUndone) toasts.success(text(done), undo);
  for (const { edit } of saved) {
    edit.saved = true;
    if (edit.hold !== 'clicked') hold(edit, undefined);
  }
  if (failed.length > 0) {
    drop(failed);
    if (saved.length === 0) toasts.dropUndo(undo);
    for (const { name, reason } of failed) toasts.error(t.toast.failed(name, reason.message));
    store.change(({ reverted }) => ({ reverted: reverted.union(new Set(failed.flatMap(({ places }) => places))) }));
  }
  dismissSilence();
  sync.scheduleSoon(pieces.flatMap(({ images }) => images));
}
