import { tags } from '../api.js';
import { t } from '../texts/text.js';
import { save } from '../updates/changes.js';
import { itemsOf } from '../updates/list.js';
import { leave, rescueFocus } from '../updates/view.js';

/** Gives the images of rows a tag, or none. */
export async function assign(context, rows, tag = null) {
  const { store, notify } = context;
  let items;
  try {
    items = await itemsOf(store.state, rows);
  } catch ({ message }) {
    return notify.problem(message);
  }
  const moved = items.filter(item => item.tag?.id !== tag?.id);
  if (moved.length === 0) return;
  store.together(() => {
    leave(store, rows.map(({ id }) => id));
    save(context, {
      images: imagesOf(moved),
      apply: item => ({ ...item, tag }),
      text: tag ? t.told.tagged(moved.length, tag.name) : t.told.untagged(moved.length),
      send: () => send(moved, tag),
    });
  });
  rescueFocus();
}

async function send(moved, tag) {
  await tags.assign(imagesOf(moved), tag?.id);
  return () => Promise.all([...Map.groupBy(moved, item => item.tag?.id)].map(([id, all]) => tags.assign(imagesOf(all), id)));
}

const imagesOf = items => items.map(({ image }) => image);
