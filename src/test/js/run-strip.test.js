import { placesOf } from '../app/heartbeats/run-strip.js';
import { equal, test } from './harness.js';

const HOURS = 3600;
const runsAt = hours => hours.map(hour => ({ started_at: null, ended_at: new Date(hour * HOURS * 1000).toISOString() }));

test('a run that took twice as long to come leaves no gap', () => equal(placesOf(runsAt([0, 6, 18]), 6 * HOURS), { places: [0, 1, 2], missing: 0 }));

test('missing runs leave one gap', () => equal(placesOf(runsAt([0, 6, 19, 25, 49]), 6 * HOURS), { places: [0, 1, -1, 2, 3, -1, 4], missing: 4 }));

test('pauses of up to an hour are no gaps', () => equal(placesOf(runsAt([0, 0.1, 1.1]), HOURS / 10), { places: [0, 1, 2], missing: 0 }));

test('without a usual interval there are no gaps', () => equal(placesOf(runsAt([0, 100]), null), { places: [0, 1], missing: 0 }));

test('the oldest runs have no place beside gaps', () => {
  const { places } = placesOf(runsAt([...Array(59).keys(), 62]), HOURS);
  equal([places.length, places[0], places.slice(-3)], [60, 1, [58, -1, 59]]);
});
