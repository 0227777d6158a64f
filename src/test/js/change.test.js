import { difference } from '../app/images/change.js';
import { equal, test } from './harness.js';

const shown = (from, to) => {
  const { from: before, same, changed, end } = difference(from, to);
  return `${before} > ${same}[${changed}]${end}`;
};

test('what differs between two versions is found', () => equal(
  [
    ['16.10', '18.0'], ['11.4.8', '11.8.3'], ['11.4.8', '11.8.8'], ['v1.135.3', 'v1.137.3'], ['31.0.9-apache', '32.0.1-apache'],
    ['1.2-alpine3.20', '1.3-alpine3.20'], ['1.2-alpine3.20', '1.2-alpine3.21'], ['1', '1.1'], ['', '2'],
  ].map(([from, to]) => shown(from, to)),
  [
    '16.10 > [18.0]', '11.4.8 > 11.[8.3]', '11.4.8 > 11.[8.8]', 'v1.135.3 > v1.[137.3]', '31.0.9 > [32.0.1]-apache',
    '1.2 > 1.[3]-alpine3.20', '1.2-alpine3.20 > 1.2-alpine3.[21]', '1 > 1[.1]', ' > [2]',
  ]));
