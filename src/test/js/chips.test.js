import { chipCounts, chipsIn, toggled, withChips } from '../app/inbox/chips.js';
import { equal, test } from './harness.js';

test('the chips of a search are found', () => equal(
  ['', 'nas', 'nas kind:minor,new web', 'older:30d kind:major', '-kind:major', 'kind:unknown', 'kind:major, x', 'older:7d'].map(chipsIn).map(({ on, rest }) => [on.join(), rest]),
  [['', ''], ['', 'nas'], ['minor,new', 'nas  web'], ['older:30d,major', ''], ['', '-kind:major'], ['', 'kind:unknown'], ['', 'kind:major, x'], ['', 'older:7d']]));

test('chips have one order, and the rest of the search comes last', () => equal(
  withChips(['older:30d', 'new', 'major'], 'tag:"my'), 'kind:major,new older:30d tag:"my'));

test('a click presses one chip, or releases the only one', () => equal(
  [['nas', 'major'], ['kind:major nas', 'minor'], ['kind:major,minor', 'minor'], ['kind:major nas', 'major'], ['kind:major older:30d', ''], ['kind:major', 'older:30d'], ['older:30d', 'older:30d']].map(each => toggled(...each)),
  ['kind:major nas', 'kind:minor nas', 'kind:minor', 'nas', '', 'older:30d', '']));

test('with Shift, several are pressed', () => equal(
  [['kind:major', 'minor'], ['kind:major,minor', 'major'], ['kind:major', 'older:30d'], ['kind:major older:30d', 'older:30d']].map(each => toggled(...each, true)),
  ['kind:major,minor', 'kind:minor', 'kind:major older:30d', 'kind:major']));

test('a number that is not known is not 0', () => {
  const known = chipCounts({ total: 3, counts: { kind: [{ key: 'major', count: 3 }] } }, 1);
  equal([known, chipCounts(undefined, undefined)], [{ '': 3, major: 3, minor: 0, patch: 0, rebuild: 0, new: 0, 'older:30d': 1 }, {}]);
});
