import { queryKey } from './list.js';

/**
 * Returns the changes of the state that show a newer list. The list is deferred instead while rows must not move and it adds
 * rows; `saved` are the edits that it already contains.
 */
export function accept(state, list, saved, isForced) {
  if (list?.key !== queryKey(state)) return {};
  const arrived = newImages(state.list, list);
  if (!isForced && isDeferred(state) && (arrived.size > 0 || state.dragging || state.dialog)) {
    return { deferred: { list, saved, count: arrived.size } };
  }
  return shown(state, list, saved, arrived);
}

/** Shows the deferred list. */
export const showDeferred = store => store.change(state => state.deferred
  ? shown(state, state.deferred.list, state.deferred.saved, newImages(state.list, state.deferred.list)) : {});

/** Shows the deferred list once rows may move again. */
export function settle(store) {
  const { state } = store;
  if (state.deferred && !isDeferred(state)) showDeferred(store);
}

const shown = (state, list, saved, arrived) => ({
  list,
  deferred: undefined,
  edits: state.edits.filter(edit => !saved.includes(edit)),
  arrived: list === state.list ? state.arrived : arrived,
});

/** True while rows must not move: during a drag, in a dialog or a text field, and under the pointer. */
const isDeferred = ({ dragging, dialog }) => Boolean(dragging || dialog
  || document.activeElement?.matches('input:not([type=checkbox]), textarea')
  || document.querySelector('.inbox:has(.group):hover, .deferred-banner:hover'));

/** The references of images that are new in the list, or have a new digest. Empty for the first list of a query. */
function newImages(before, { key, items }) {
  if (before?.key !== key) return new Set();
  const known = new Set(before.items.map(versionOf));
  return new Set(items.filter(item => !known.has(versionOf(item))).map(({ image }) => image));
}

const versionOf = ({ image, digest }) => `${image} ${digest}`;
