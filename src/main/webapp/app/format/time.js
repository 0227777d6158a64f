import { language, locale, t } from '../i18n/index.js';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Upper limit of each age bucket; the last one has none. */
const BUCKETS = [[DAY, 'fresh'], [7 * DAY, 'week'], [30 * DAY, 'month'], [Infinity, 'stale']];

/** Up to each limit, a duration is shown in this unit. */
const UNITS = [[HOUR, 'minute', MINUTE], [2 * DAY, 'hour', HOUR], [60 * DAY, 'day', DAY], [730 * DAY, 'month', 30 * DAY], [Infinity, 'year', 365 * DAY]];

const RELATIVE = new Intl.RelativeTimeFormat(locale, { style: language === 'en' ? 'narrow' : 'short' });
const DATE = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const DATE_TIME = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** The bucket of an age, which is also the CSS class of its colour. Both times are in milliseconds. */
export const ageBucket = (time, now) => BUCKETS.find(([limit]) => now - time < limit)[1];

/** "3h ago". The time is in milliseconds or a text of the API; times in the future are "just now". */
export function relativeTime(time, now) {
  const age = now - new Date(time);
  if (age < MINUTE) return t.justNow;
  const [unit, count] = toUnit(age);
  return RELATIVE.format(-count, unit);
}

/** Changes only when the text of `relativeTime` changes. */
export const relativeTimeKey = (time, now) => toUnit(now - time).join(' ');

/** Converts a duration in milliseconds to the largest suitable unit: [unit, count]. */
export function toUnit(duration) {
  const [, unit, size] = UNITS.find(([limit]) => duration < limit);
  return [unit, Math.floor(duration / size)];
}

/** "6 hours". */
export function formatDuration(duration) {
  const [unit, count] = duration < MINUTE ? ['second', Math.ceil(duration / 1000)] : toUnit(duration);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

export const formatDate = time => DATE.format(new Date(time));
export const formatDateTime = time => DATE_TIME.format(new Date(time));
