import { MOST, centreAt, windowOf } from '../app/inbox/row-window.js';
import { equal, test } from './harness.js';

const shown = Array.from({ length: 3 * MOST }, (_, at) => ({ id: `${at}` }));

test('all rows are in the document unless there are very many, or new ones', () => equal(
  [windowOf({ shown: shown.slice(0, MOST), reach: MOST }) ?? 'all', windowOf({ shown: shown.slice(0, 500), reach: 60, cursor: '100' })], ['all', [40, 160]]));

test('the window is around the row in view, otherwise around the cursor, otherwise at the start', () => equal(
  [{ centre: '1000', cursor: '1' }, { cursor: '900' }, { cursor: 'gone' }].map(state => windowOf({ shown, reach: MOST, ...state })), [[250, 1750], [150, 1650], [-750, 750]]));

test('the window follows the rows that come into view', () => equal(
  [centreAt({ shown, cursor: '0', reach: MOST }, '100'), centreAt({ shown, cursor: '0', reach: MOST }, '300'), centreAt({ shown, centre: '300', reach: MOST }, '2000'), centreAt({ shown: shown.slice(0, MOST), reach: MOST }, '749')],
  [{}, { centre: '300', reach: MOST }, { centre: '2000', reach: 60 }, {}]));
