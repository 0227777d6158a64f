import { DAY, ageBucket, relativeTime, relativeTimeKey } from '../app/format/time.js';
import { equal, test } from './harness.js';
import { NOW } from './samples.js';

const HOUR = DAY / 24;

test('ages are grouped by day, week and month', () => equal(
  [0, DAY, 7 * DAY, 30 * DAY].map(age => ageBucket(NOW - age, NOW)), ['fresh', 'week', 'month', 'stale']));

test('a relative time uses the largest suitable unit', () => equal(
  [HOUR / 60, HOUR, 47 * HOUR, 48 * HOUR, 59 * DAY, 60 * DAY, 3 * 365 * DAY].map(age => relativeTime(NOW - age, NOW)),
  ['1m ago', '1h ago', '47h ago', '2d ago', '59d ago', '2mo ago', '3y ago']));

test('the key of a relative time changes only with its text', () => equal(
  [HOUR, 1.9 * HOUR, 2 * HOUR, 47.5 * HOUR, 48 * HOUR].map(age => relativeTimeKey(NOW - age, NOW)),
  ['hour 1', 'hour 1', 'hour 2', 'hour 47', 'day 2']));

test('a time in the future is shown as now', () => equal(relativeTime(NOW + HOUR, NOW), 'just now'));
