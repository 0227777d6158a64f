/** The rows before and after the centre that are in the document at most. */
export const MOST = 750;

/** The rows that are created first, when all of them are new, and with each further step. */
export const FIRST = 60;
const STEP = 200;
const STEP_MS = 50;

/** The indexes of the rows in the document, of those that are shown: `[from, to]`. Undefined for all. */
export function windowOf({ shown, centre, cursor, reach }) {
  if (shown.length <= reach) return undefined;
  const at = Math.max(0, shown.findIndex(({ id }) => id === (centre ?? cursor)));
  return [at - reach, at + reach];
}

/** Creates the other rows bit by bit, and all of them for paper. */
export function growWindow({ subscribe, change }) {
  let timer;
  subscribe(({ reach }) => {
    if (reach >= MOST || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      change(({ reach: now }) => ({ reach: Math.min(now + STEP, MOST) }));
    }, STEP_MS);
  });
  addEventListener('beforeprint', () => change({ reach: Infinity }));
  addEventListener('afterprint', () => change({ reach: MOST }));
}

/** Moves the window to a row that comes into view. */
export function centreAt({ shown, centre, cursor, reach }, id) {
  if (shown.length <= MOST) return {};
  const indexOf = searched => shown.findIndex(row => row.id === searched);
  const distance = Math.abs(indexOf(id) - Math.max(0, indexOf(centre ?? cursor)));
  return distance < STEP ? {} : { centre: id, reach: distance > reach ? FIRST : reach };
}
