const MIN_SHARE = 0.35;

/** Swipes do not begin here: the system's gesture for Back does. */
const EDGE_PX = 24;

const START_PX = 10;

/** Steeper movements scroll: 30°. */
const MAX_SLOPE = 0.58;

/**
 * Calls `onSwipe` with the row and the direction (1 to the right, -1 to the left) once a finger has moved a row by a third of its
 * width. Vertical movements scroll: the style sheet leaves only those to the browser (`touch-action`).
 */
export function listenForSwipes(onSwipe) {
  let swipe;

  function end(isDone) {
    const { row, by } = swipe ?? {};
    swipe = undefined;
    if (!row) return;
    row.style.translate = '';
    delete row.dataset.swipe;
    if (isDone && Math.abs(by) > MIN_SHARE * row.offsetWidth) onSwipe(row.dataset.id, Math.sign(by));
  }

  document.addEventListener('pointerdown', ({ target, pointerType, isPrimary, clientX: x, clientY: y }) => {
    const row = target.closest?.('.update:not(.gone)');
    const isInside = x > EDGE_PX && x < innerWidth - EDGE_PX;
    swipe = row && pointerType === 'touch' && isPrimary && isInside ? { row, x, y, by: 0 } : undefined;
  });
  document.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (!swipe) return;
    const { row } = swipe;
    swipe.by = x - swipe.x;
    if (Math.abs(y - swipe.y) > Math.max(START_PX, Math.abs(swipe.by) * MAX_SLOPE)) return end(false);
    if (Math.abs(swipe.by) < START_PX) return;
    row.style.translate = `${swipe.by}px`;
    row.dataset.swipe = swipe.by > 0 ? 'done' : 'snooze';
  });
  document.addEventListener('pointerup', () => end(true));
  document.addEventListener('pointercancel', () => end(false));
}
