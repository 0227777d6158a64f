import { editOf } from './edits.js';
import { briefly } from './reference.js';
import { t } from '../texts/text.js';

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
