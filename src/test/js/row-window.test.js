import { MOST, centreAt, windowOf } from '../app/inbox/row-window.js';
import { equal, test } from './harness.js';

const shown = Array.from({ length: 3 * MOST }, (_, at) => ({ id: `${at}` }));

test('all rows are in the document unless there are very many, or new ones', () => equal(
  [windowOf({ shown: shown.slice(0, MOST), reach: MOST }) ?? 'all', windowOf({ shown: shown.slice(0, 500), reach: 60, cursor: '100' })], ['all', [40, 160]]));

test('the window is around the row in view, otherwise around the cursor, otherwise at the start', () => equal(
  [{ centre: '4000', cursor: '1' }, { cursor: '3000' }, { cursor: 'gone' }].map(state => windowOf({ shown, reach: MOST, ...state })), [[1500, 6500], [500, 5500], [-2500, 2500]]));

test('the window follows the rows that come into view', () => equal(
  [centreAt({ shown, cursor: '0', reach: MOST }, '100'), centreAt({ shown, cursor: '0', reach: MOST }, '300'), centreAt({ shown, centre: '300', reach: MOST }, '7000'), centreAt({ shown: shown.slice(0, 2_000), reach: MOST }, '1999')],
  [{}, { centre: '300', reach: MOST }, { centre: '7000', reach: 60 }, {}]));
