import { briefly } from './image.js';
import { t } from '../texts/text.js';

/**
 * What the user did and the last list does not know yet. It is shown at once, until a list that was asked for later.
 * `apply` gives the image as it will be, or undefined if it no longer waits.
 */
export const editOf = (images, apply) => ({ images: new Set(images), apply, saved: false });

export const withEdits = (items, edits) => edits.length === 0 ? items : items
  .map(item => edits.filter(edit => edit.images.has(item.image)).reduce((edited, { apply }) => edited && apply(edited), item))
  .filter(Boolean);

/**
 * Shows a change at once and sends it; what the server refuses is put back with the server's reason. `send` resolves
 * to how it is undone, which is the inverse change, so that nothing that happened since is lost.
 */
export async function save({ store, feed, notify }, { images, apply, send, text }) {
  const edit = editOf(images, apply);
  const drop = () => store.change(({ edits }) => ({ edits: edits.filter(each => each !== edit) }));
  store.change(({ edits }) => ({ edits: [...edits, edit] }));
  const sent = send();

  async function undo() {
    drop();
    try {
      await (await sent)();
      notify.success(t.toast.undone);
    } catch (problem) {
      notify.problem(problem.message);
    }
    feed.refresh({ isForced: true });
  }

  notify.success(text, undo);
  try {
    await sent;
    edit.saved = true;
  } catch (problem) {
    drop();
    notify.forget(undo);
    notify.problem(t.putBack(briefly(images), problem.message));
  }
  feed.refresh();
}
