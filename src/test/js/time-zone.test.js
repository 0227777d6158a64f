import { ApiError } from '../app/core/api.js';
import { needsTimeZone, offsetOf, withTimeZone } from '../app/core/time-zone.js';
import { equal, test } from './harness.js';

test('an offset has a sign, hours and minutes', () => equal(
  [0, -345, 210, -60].map(minutes => offsetOf({ getTimezoneOffset: () => minutes })), ['+00:00', '+05:45', '-03:30', '+01:00']));

test('only the days of a search need the time zone', () => equal(
  ['on:2026-11-20', 'nas -on:2026-11-20', '', undefined, 'host:nas', 'companion:1'].filter(needsTimeZone), ['on:2026-11-20', 'nas -on:2026-11-20']));

test('a zone that the server does not know is replaced by the offset, by UTC, by none', async () => {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const sent = [];
  const answer = known => async zone => {
    sent.push(zone);
    if (known.includes(zone)) return zone;
    throw new ApiError({ status: 400, field: 'tz' });
  };
  equal(await withTimeZone(answer([name])), name);
  sent.splice(0);
  const offset = offsetOf(new Date());
  equal(await withTimeZone(answer([undefined])) ?? 'none', 'none');
  equal(sent, [...new Set([name, offset, 'UTC', undefined])]);
});

test('other errors are not about the time zone', async () => {
  const failure = await withTimeZone(async () => { throw new ApiError({ status: 400, field: 'q' }); }).catch(error => error);
  equal(failure.field, 'q');
});
