import { tags } from '../core/api.js';
import { untilAnswered } from '../core/unanswered.js';
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
        send: onSilence => send(changed, tag, onSilence),
      }],
      text: () => tag ? t.toast.tagged(changed.length, tag.name) : t.toast.untagged(changed.length),
    });
  });
  restoreFocus();
}

/** Resolves to the function that restores the previous tags. */
async function send(changed, tag, onSilence) {
  await untilAnswered(() => tags.assign(referencesOf(changed), tag?.id), onSilence);
  return whenSilent => Promise.all([...Map.groupBy(changed, item => item.tag?.id)]
    .map(([id, all]) => untilAnswered(() => tags.assign(referencesOf(all), id), whenSilent)));
}

const referencesOf = items => items.map(({ image }) => image);
