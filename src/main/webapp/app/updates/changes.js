import { changes, inOrder } from '../api.js';
import { editOf, leave, rescueFocus, viewOf } from './view.js';
import { briefly, withoutHost } from './image.js';
import { t } from '../texts/text.js';

/** Being done with updates. Only what has been seen is named, so that what has just arrived is not done along with it. */
export function acknowledge(context, rows) {
  const { isMatching, list, query, total } = viewOf(context.store.state);
  if (rows.length === 0) return;
  if (isMatching && list.cursor) return acknowledgeFound(context, rows, { filter: query }, total);
  const rowsOf = Map.groupBy(rows, ({ item }) => item.image);
  const apply = item => rowsOf.get(item.image).reduce((left, { host }) =>
    left && host !== undefined ? withoutHost(left, host) : undefined, item);
  const bodies = [...Map.groupBy(rows, ({ host }) => host)].map(([host, all]) => ({ images: imagesOf(all), host }));
  putAway(context, 'acknowledgements', rows, bodies, t.toast.done(rows.length), apply);
}

const acknowledgeFound = (context, rows, filter, count) => putAway(context, 'acknowledgements', rows, [filter], t.toast.done(count));

export function acknowledgeAll(context) {
  const { groups, list, query, total } = viewOf(context.store.state);
  const rows = groups.flatMap(group => group.rows);
  if (list.cursor) acknowledgeFound(context, rows, { filter: query }, total);
  else acknowledge(context, rows);
}

export function acknowledgeGroup(context, { rows, filter, count }) {
  if (!filter) return acknowledge(context, rows);
  const search = [context.store.state.query, filter.term].filter(Boolean).join(' ');
  return acknowledgeFound(context, rows, { filter: search, host: filter.host }, count);
}

/** Done where one of several containers runs. */
export function acknowledgeAt(context, row, { host, workload }) {
  const body = { images: [row.item.image], host, workload: workload ?? undefined };
  save(context, {
    images: body.images, apply: item => withoutHost(item, host, workload), text: t.toast.done(1),
    send: () => make('acknowledgements', [body]),
  });
}

/** Rows go, by acknowledgements or snoozes. */
export function putAway(context, kind, rows, bodies, text, apply = () => undefined) {
  context.store.together(() => {
    leave(context.store, rows.map(({ id }) => id));
    save(context, { images: imagesOf(rows), apply, text, send: () => make(kind, bodies) });
  });
  rescueFocus();
}

/** Makes changes of one kind, and tells how all of them are undone. */
async function make(kind, bodies) {
  const made = await Promise.all(bodies.map(body => changes.make(kind, body)));
  return () => Promise.all(made.map(({ id }) => changes.undo(kind, id)));
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
