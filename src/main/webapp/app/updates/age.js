import { language, locale, t } from '../texts/text.js';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Below each limit an age is called so; the last has no limit. */
const AGES = [[DAY, 'fresh'], [7 * DAY, 'week'], [30 * DAY, 'month'], [Infinity, 'stale']];

/** Up to each limit an age is told in this unit. */
const UNITS = [[HOUR, 'minute', MINUTE], [2 * DAY, 'hour', HOUR], [60 * DAY, 'day', DAY], [730 * DAY, 'month', 30 * DAY], [Infinity, 'year', 365 * DAY]];

const RELATIVE = new Intl.RelativeTimeFormat(locale, { style: language === 'en' ? 'narrow' : 'short' });
const DATE = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

export const ageOf = (time, now) => AGES.find(([limit]) => now - time < limit)[1];

/** "3h ago"; a clock that runs ahead of ours says "just now". Times are milliseconds, or texts of the API. */
export function sinceText(time, now) {
  const age = now - new Date(time);
  if (age < MINUTE) return t.justNow;
  const [unit, count] = inUnits(age);
  return RELATIVE.format(-count, unit);
}

/** Changes only when what is told of an age does. */
export const sinceSteps = (time, now) => inUnits(now - time).join(' ');

export function inUnits(span) {
  const [, unit, size] = UNITS.find(([limit]) => span < limit);
  return [unit, Math.floor(span / size)];
}

export const dateText = time => DATE.format(new Date(time));
export const momentText = time => MOMENT.format(new Date(time));
