import { offsetOf, timeZoneOf, timeZones } from '../app/core/time-zone.js';
import { equal, test } from './harness.js';

test('an offset has a sign, hours and minutes', () => equal(
  [0, -345, 210, -60].map(minutes => offsetOf({ getTimezoneOffset: () => minutes })), ['+00:00', '+05:45', '-03:30', '+01:00']));

test('a time zone is its name and its offset', () => equal(
  timeZones(), `${Intl.DateTimeFormat().resolvedOptions().timeZone},${offsetOf(new Date())}`));

test('only the days of a search need the time zone', () => {
  const tz = timeZones();
  equal(['on:2026-11-20', 'nas -on:2026-11-20'].map(timeZoneOf), [{ tz }, { tz }]);
  equal(['', undefined, 'host:nas', 'companion:1'].map(timeZoneOf), [{}, {}, {}, {}]);
});
