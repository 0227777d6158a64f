import { t } from '../i18n/index.js';
import { removeFromSelection } from '../inbox/cursor.js';
import { itemsOf } from '../inbox/selection.js';
import { applyOptimistically } from '../inbox/optimistic.js';
import { placeKeys } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';
import { restoreFocus } from '../ui/focus.js';

/** Assigns a tag to the images of rows, or removes their tags. */
export async function assign(context, rows, tag = null) {
  const { store, toasts } = context;
  let items;
  try {
    items = await itemsOf(store.state, rows);
  } catch ({ message }) {
    return toasts.error(message);
  }
  const changed = items.filter(item => item.tag?.id !== tag?.id);
  if (changed.length === 0) return;
  store.batch(() => {
    removeFromSelection(store, rows.map(({ id }) => id));
    applyOptimistically(context, {
      parts: [{
        images: referencesOf(changed),
        name: nameOrCount(referencesOf(changed)),
        places: rows.flatMap(({ item, places }) => placeKeys(item.image, places)),
        apply: item => ({ ...item, tag }),
        request: assignment(changed, tag?.id),
        inverse: () => [...Map.groupBy(changed, item => item.tag?.id)].map(([id, all]) => assignment(all, id)),
      }],
      text: () => tag ? t.toast.tagged(changed.length, tag.name) : t.toast.untagged(changed.length),
    });
  });
  restoreFocus();
}

const assignment = (items, id = null) => ({ method: 'PUT', path: 'tag-assignments', body: { images: referencesOf(items), tag_id: id } });

const referencesOf = items => items.map(({ image }) => image);
