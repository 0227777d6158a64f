import { DAY, ageOf, sinceSteps, sinceText } from '../app/updates/age.js';
import { equal, test } from './harness.js';
import { NOW } from './samples.js';

const HOUR = DAY / 24;

test('the age is coloured by day, week and month', () => equal(
  [0, DAY, 7 * DAY, 30 * DAY].map(age => ageOf(NOW - age, NOW)), ['fresh', 'week', 'month', 'stale']));

test('the age is told in the unit that one would use', () => equal(
  [HOUR / 60, HOUR, 47 * HOUR, 48 * HOUR, 59 * DAY, 60 * DAY, 3 * 365 * DAY].map(age => sinceText(NOW - age, NOW)),
  ['1m ago', '1h ago', '47h ago', '2d ago', '59d ago', '2mo ago', '3y ago']));

test('an age is told anew only when its words change', () => equal(
  [HOUR, 1.9 * HOUR, 2 * HOUR, 47.5 * HOUR, 48 * HOUR].map(age => sinceSteps(NOW - age, NOW)),
  ['hour 1', 'hour 1', 'hour 2', 'hour 47', 'day 2']));

test('a server whose clock is ahead sends nothing from the future', () => equal(sinceText(NOW + HOUR, NOW), 'just now'));
