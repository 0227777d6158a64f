const MIN_SHARE = 0.35;

/** Swipes do not begin here: the system's gesture for Back does. */
const EDGE_PX = 24;

const START_PX = 10;

/** Steeper movements scroll: 30°. */
const MAX_SLOPE = 0.58;

const HOLD_MS = 500;

/**
 * Calls `onSwipe` with the id of the row and the direction (1 to the right, -1 to the left) once a finger has moved a row by a third
 * of its width, and `onHold` with the id of the row on which a finger rests. Open details move like a row, but have no id. Vertical movements scroll: the style sheet leaves only those to the
 * browser (`touch-action`).
 */
export function listenForGestures({ onSwipe, onHold }) {
  let gesture;

  /** Ends the gesture. After a hold the finger is still down: what follows is no click. */
  function end(isSwipe) {
    const { row, by, timer } = gesture ?? {};
    clearTimeout(timer);
    gesture = undefined;
    if (!row) return;
    row.style.translate = '';
    delete row.dataset.swipe;
    if (isSwipe && Math.abs(by) > MIN_SHARE * row.offsetWidth) onSwipe(row.dataset.id, Math.sign(by));
  }

  function hold({ dataset: { id } }) {
    if (!id) return;
    end(false);
    addEventListener('click', stop, { capture: true });
    addEventListener('pointerdown', () => removeEventListener('click', stop, { capture: true }), { capture: true, once: true });
    onHold(id);
  }

  document.addEventListener('pointerdown', ({ target, pointerType, isPrimary, clientX: x, clientY: y }) => {
    end(false);
    const row = target.closest?.('.update:not(.gone), .panel');
    const isInside = !target.closest?.('pre, textarea') && x > EDGE_PX && x < innerWidth - EDGE_PX;
    if (row && pointerType === 'touch' && isPrimary && isInside) gesture = { row, x, y, by: 0, timer: setTimeout(hold, HOLD_MS, row) };
  });
  document.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (!gesture) return;
    const { row, timer } = gesture;
    gesture.by = x - gesture.x;
    if (Math.hypot(gesture.by, y - gesture.y) > START_PX) clearTimeout(timer);
    if (Math.abs(y - gesture.y) > Math.max(START_PX, Math.abs(gesture.by) * MAX_SLOPE)) return end(false);
    if (Math.abs(gesture.by) < START_PX) return;
    row.style.translate = `${gesture.by}px`;
    row.dataset.swipe = gesture.by > 0 ? 'done' : 'snooze';
  });
  document.addEventListener('pointerup', () => end(true));
  document.addEventListener('pointercancel', () => end(false));

  // The browser's menu would take over the finger that rests.
  document.addEventListener('contextmenu', event => event.pointerType === 'touch' && event.target.closest('.update') && event.preventDefault());
}

function stop(event) {
  event.stopPropagation();
  event.preventDefault();
}
