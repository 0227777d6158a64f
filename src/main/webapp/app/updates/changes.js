import { changes, inOrder } from '../api.js';
import { editOf, leave, rescueFocus, viewOf } from './view.js';
import { briefly, withoutHost } from './image.js';
import { t } from '../texts/text.js';

/** Being done with updates, and putting them off. */
export function changing(context) {
  const { store, parts } = context;

  /** Makes changes of one kind, and tells how all of them are undone. */
  async function make(kind, bodies) {
    const made = await Promise.all(bodies.map(body => changes.make(kind, body)));
    return () => Promise.all(made.map(({ id }) => changes.undo(kind, id)));
  }

  function change(kind, rows, bodies, text, apply = () => undefined) {
    store.together(() => {
      leave(store, rows.map(({ id }) => id));
      save(context, { images: imagesOf(rows), apply, text, send: () => make(kind, bodies) });
    });
    rescueFocus();
  }

  /** Only what has been seen is named, so that what has just arrived is not done along with it. */
  function acknowledge(rows) {
    const { isMatching, list, query, total } = viewOf(store.state);
    if (rows.length === 0) return;
    if (isMatching && list.cursor) return acknowledgeFound(rows, { filter: query }, total);
    const rowsOf = Map.groupBy(rows, ({ item }) => item.image);
    const apply = item => rowsOf.get(item.image).reduce((left, { host }) =>
      left && host !== undefined ? withoutHost(left, host) : undefined, item);
    const bodies = [...Map.groupBy(rows, ({ host }) => host)].map(([host, all]) => ({ images: imagesOf(all), host }));
    change('acknowledgements', rows, bodies, t.toast.done(rows.length), apply);
  }

  const acknowledgeFound = (rows, filter, count) => change('acknowledgements', rows, [filter], t.toast.done(count));

  return {
    acknowledge,
    putAway: change,

    acknowledgeAll() {
      const { groups, list, query, total } = viewOf(store.state);
      const rows = groups.flatMap(group => group.rows);
      if (list.cursor) acknowledgeFound(rows, { filter: query }, total);
      else acknowledge(rows);
    },

    acknowledgeGroup({ rows, filter, count }) {
      if (!filter) return acknowledge(rows);
      const search = [store.state.query, filter.term].filter(Boolean).join(' ');
      return acknowledgeFound(rows, { filter: search, host: filter.host }, count);
    },

    /** Done where one of several containers runs. */
    acknowledgeAt(row, { host, workload }) {
      const body = { images: [row.item.image], host, workload: workload ?? undefined };
      save(context, {
        images: body.images, apply: item => withoutHost(item, host, workload), text: t.toast.done(1),
        send: () => make('acknowledgements', [body]),
      });
    },

    chooseSnooze: rows => rows.length > 0 && parts.openDialog('snooze', { rows }),
  };
}

export const imagesOf = rows => [...new Set(rows.map(({ item }) => item.image))];

/**
 * Shows a change at once and sends it; what the server refuses is put back with the server's reason. `send` resolves
 * to how it is undone, which is the inverse change, so that nothing that happened since is lost.
 */
export async function save({ store, feed, notify }, { images, apply, send, text }) {
  const edit = editOf(images, apply);
  const drop = () => store.change(({ edits }) => ({ edits: edits.filter(each => each !== edit) }));
  store.change(({ edits }) => ({ edits: [...edits, edit] }));
  const sent = inOrder(send);

  async function undo() {
    drop();
    try {
      await inOrder(async () => (await sent)());
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
  feed.happened();
}
