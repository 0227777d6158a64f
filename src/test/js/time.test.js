import { DAY, comingDay, isOverAMonth, relativeTime, shortAge } from '../app/format/time.js';
import { equal, test } from './harness.js';
import { NOW } from './samples.js';

const HOUR = DAY / 24;

test('an age of 30 days is over a month', () => equal([29, 30].map(days => isOverAMonth(NOW - days * DAY, NOW)), [false, true]));

test('a short age uses weeks', () => equal(
  [0, HOUR / 60, 47 * HOUR, 48 * HOUR, 13 * DAY, 14 * DAY, 364 * DAY, 365 * DAY].map(age => shortAge(NOW - age, NOW)),
  ['just now', '1m', '47h', '2d', '13d', '2w', '52w', '1y']));

test('a relative time uses the largest suitable unit', () => equal(
  [HOUR / 60, HOUR, 47 * HOUR, 48 * HOUR, 59 * DAY, 60 * DAY, 3 * 365 * DAY].map(age => relativeTime(NOW - age, NOW)),
  ['1m ago', '1h ago', '47h ago', '2d ago', '59d ago', '2mo ago', '3y ago']));

test('a time in the future is shown as now', () => equal(relativeTime(NOW + HOUR, NOW), 'just now'));

test('a coming day is named by its weekday within a week', () => equal(
  [0, 1, 2, 6, 7].map(days => comingDay(new Date(NOW + days * DAY).toISOString(), NOW)),
  ['today', 'tomorrow', 'on Tuesday', 'on Saturday', 'on Nov 29, 2026']));
