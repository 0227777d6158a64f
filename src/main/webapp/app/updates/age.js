const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Below each limit an age is called so; the last has no limit. */
const AGES = [[DAY, 'fresh'], [7 * DAY, 'week'], [30 * DAY, 'month'], [Infinity, 'stale']];

/** Up to each limit an age is told in this unit. */
const UNITS = [[HOUR, 'minute', MINUTE], [2 * DAY, 'hour', HOUR], [60 * DAY, 'day', DAY], [730 * DAY, 'month', 30 * DAY], [Infinity, 'year', 365 * DAY]];

const RELATIVE = new Intl.RelativeTimeFormat('en', { style: 'narrow' });
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const ageOf = (time, now) => AGES.find(([limit]) => now - time < limit)[1];

/** "3h ago"; a clock that runs ahead of ours says "just now". */
export function sinceText(time, now) {
  const age = now - time;
  if (age < MINUTE) return 'just now';
  const [, unit, size] = UNITS.find(([limit]) => age < limit);
  return RELATIVE.format(-Math.floor(age / size), unit);
}

export const dateText = time => DATE.format(time);
export const momentText = time => MOMENT.format(time);
