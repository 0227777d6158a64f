import { layoutOf } from './groups.js';
import { queryKey } from './list.js';
import { restoreFocus } from '../ui/focus.js';

const HOLD_MS = 400;

/**
 * Returns the changes of the state that show a newer list. The list is deferred instead while rows must not move and it moves
 * some; `saved` are the edits that it already contains.
 */
export function accept(state, list, saved, isForced) {
  if (list?.key !== queryKey(state)) return {};
  const arrived = newImages(state, list);
  if (!isForced && (isHolding(state) || arrived.size > 0 && isScrolled() || isDeferred(state) && (arrived.size > 0 || state.dragging || state.dialog || moves(state, list, saved)))) {
    return { deferred: { list, saved, count: arrived.size } };
  }
  return shown(state, list, saved, arrived);
}

/** Shows the deferred list. */
export const showDeferred = store => store.change(state => state.deferred
  ? shown(state, state.deferred.list, state.deferred.saved, newImages(state, state.deferred.list)) : {});

/** Shows the deferred list once rows may move again. The results of another search do not wait for the pointer. */
export function settle(store) {
  if (isHolding(store.state) && !isUnderPointer('.inbox')) release(store);
  const { state } = store;
  if (state.deferred && (!isDeferred(state) && !(state.deferred.count > 0 && isScrolled()) || !isHolding(state) && state.deferred.list.key !== state.list?.key)) showDeferred(store);
}

/**
 * Keeps the rows of edits for a moment after a click: a second click must not reach the next row. They go once the pointer rests
 * on the clicked row or leaves the list, but not while it is on its way to another row.
 */
export function holdBriefly(store, edits, clicked) {
  for (const edit of edits) edit.hold = 'clicked';
  setTimeout(() => {
    if (clicked.matches(':hover') || !isUnderPointer('.inbox')) release(store);
    settle(store);
  }, HOLD_MS);
}

const isHolding = ({ edits }) => edits.some(({ hold }) => hold === 'clicked');

function release(store) {
  store.change(({ edits }) => {
    for (const edit of edits) if (edit.hold === 'clicked') edit.hold = undefined;
    return { edits: [...edits] };
  });
  restoreFocus();
}

function shown(state, list, saved, arrived) {
  const edits = state.edits.filter(edit => !saved.includes(edit));
  return { list, deferred: undefined, edits, arrived: list === state.list || state.arrived.size + arrived.size === 0 ? state.arrived : arrived };
}

/** True while rows must not move: during a drag, in a dialog, a menu or a text field, and under the pointer. */
const isDeferred = ({ dragging, dialog, deferred }) => Boolean(dragging || dialog
  || document.activeElement?.matches('input:not([type=checkbox]), textarea')
  || isUnderPointer('.inbox') && document.querySelector('.group') || deferred?.count && isUnderPointer('.deferred-banner')
  || POPOVERS.some(each => document.querySelector(each)?.matches(':popover-open')));

const POPOVERS = ['#menu', '#display', '#row-menu'];

/** Finds the element by its class first: a search for all that is under the pointer would visit all rows. */
const isUnderPointer = selector => document.querySelector(selector)?.matches(':hover');

/** True if the beginning of the list is out of sight: what arrives there would not be noticed. */
const isScrolled = () => document.documentElement.scrollTop > innerHeight;

/** True if the new list adds, removes or moves rows. */
function moves(state, list, saved) {
  if (state.list?.key !== list.key) return false;
  const { edits, tags, group } = state;
  return layoutOf(state.list, edits, tags, group) !== layoutOf(list, edits.filter(edit => !saved.includes(edit)), tags, group);
}

/** The references of images that are new in the list, or have a new digest. Empty for the first list of a query. What an undo brings back is not new. */
function newImages({ list: before, lastEvents }, { key, items }) {
  if (before?.key !== key) return new Set();
  const known = new Set(before.items.map(versionOf));
  const isReported = ({ image }) => ['notified', 'replaced', undefined].includes(lastEvents.get(image)?.kind);
  return new Set(items.filter(item => !known.has(versionOf(item)) && isReported(item)).map(({ image }) => image));
}

const versionOf = ({ image, digest }) => `${image} ${digest}`;
