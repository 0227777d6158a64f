import { rowsOf } from './groups.js';
import { withEditsOf } from './pending-edits.js';
import { itemOf } from '../images/item.js';

/**
 * The row that the details are about: the one of the list, or one that stands for an image which the list does not contain
 * (`isDetached`). Its item has what was loaded last. Undefined while there is neither.
 */
export function openRow(view) {
  const { open, view: name, groups } = view;
  if (!open) return undefined;
  const row = name === 'pending' ? rowOfList(rowsOf(groups), open) : undefined;
  return isLoaded(view) ? { ...row ?? detachedRow(open.image), ...withPlaces(loadedItem(view), row) } : row;
}

/** A row that stands for an image, as the server returns it. */
export const rowOfImage = answer => ({ ...detachedRow(answer.image.reference), ...withPlaces(itemOf(answer)) });

/** True once the details of the open image have been loaded. */
export const isLoaded = ({ open, details }) => details?.image?.reference === open.image;

function rowOfList(rows, { id, image }) {
  const all = rows.filter(({ item, gone }) => item.image === image && !gone);
  return all.find(each => each.id === id) ?? all[0];
}

const detachedRow = id => ({ id, others: [], scope: {}, isDetached: true });

/** A detached row is about the pending occurrences; if there are none, about all. */
function withPlaces(item, row) {
  const pending = item.occurrences.filter(({ state }) => state === 'pending');
  return { item, places: row?.places ?? (pending.length > 0 ? pending : item.occurrences) };
}

/** The last loaded state of the image, with changes that it does not contain yet. */
const loadedItem = ({ details, edits, deferred }) => withEditsOf(itemOf(details), edits.filter(edit => !deferred?.saved.includes(edit)));
