import { editOf } from './edits.js';
import { briefly } from './reference.js';

const AT_ONCE = 4;

/**
 * Shows the changes at once and sends them, a few at a time. What the server refuses is put back with the server's
 * reason. A change is the images, the patch of their updates, and how to send it.
 */
export async function save({ store, feed, notify }, changes) {
  const queue = changes.map(change => ({ ...change, edit: editOf(change.images, change.patch) }));
  const edits = queue.map(change => change.edit);
  store.change(state => ({ edits: [...state.edits, ...edits] }));
  const refusals = [];
  const work = async () => {
    while (queue.length > 0) refusals.push(...await sent(store, queue.shift()));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (refusals.length > 0) notify.problem(`${briefly(refusals.flatMap(({ images }) => images))} put back: ${refusals[0].problem.message}`);
  feed.refresh();
}

/** The refusal there was, if any. */
async function sent(store, { images, edit, send }) {
  try {
    await send();
    edit.saved = true;
    return [];
  } catch (problem) {
    store.change(({ edits }) => ({ edits: edits.filter(each => each !== edit) }));
    return [{ images, problem }];
  }
}
