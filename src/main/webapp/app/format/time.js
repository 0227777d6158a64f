import { language, locale, t } from '../i18n/index.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Up to each limit, a duration is shown in this unit. */
const UNITS = [[HOUR, 'minute', MINUTE], [2 * DAY, 'hour', HOUR], [60 * DAY, 'day', DAY], [730 * DAY, 'month', 30 * DAY], [Infinity, 'year', 365 * DAY]];

/** The same for ages in a narrow column. */
const SHORT_UNITS = [[HOUR, 'minute', MINUTE], [2 * DAY, 'hour', HOUR], [14 * DAY, 'day', DAY], [365 * DAY, 'week', 7 * DAY], [Infinity, 'year', 365 * DAY]];

const RELATIVE = new Intl.RelativeTimeFormat(locale, { style: language === 'en' ? 'narrow' : 'short' });
const DAY_NAME = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const TIME = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const DATE = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const DAY_TIME = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const WEEKDAY = new Intl.DateTimeFormat(locale, { weekday: 'long' });
const DATE_TIME = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** True if a time is 30 days ago or more. Both times are in milliseconds. */
export const isOverAMonth = (time, now) => now - time >= 30 * DAY;

/** "20h", "5w": how long ago a time is. Both times are in milliseconds. */
export function shortAge(time, now) {
  const age = now - time;
  if (age < MINUTE) return t.justNow;
  const [unit, count] = toUnit(age, SHORT_UNITS);
  return countOf(count, unit, 'narrow');
}

const formats = new Map();

/** "5 weeks". Keeps the formats: creating one takes longer than all else that a key does with a row. */
function countOf(count, unit, unitDisplay) {
  const name = `${unitDisplay} ${unit}`;
  if (!formats.has(name)) formats.set(name, new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }));
  return formats.get(name).format(count);
}

/** "3h ago". The time is in milliseconds or a text of the API; times in the future are "just now". */
export function relativeTime(time, now) {
  const age = now - new Date(time);
  if (age < MINUTE) return t.justNow;
  const [unit, count] = toUnit(age);
  return RELATIVE.format(-count, unit);
}

/** Converts a duration in milliseconds to the largest suitable unit: [unit, count]. */
function toUnit(duration, units = UNITS) {
  const [, unit, size] = units.find(([limit]) => duration < limit);
  return [unit, Math.floor(duration / size)];
}

/** "6 hours". */
export function formatDuration(duration) {
  const [unit, count] = duration < MINUTE ? ['second', Math.ceil(duration / 1000)] : toUnit(duration);
  return countOf(count, unit, 'long');
}

/** "today" or "yesterday"; undefined for other days. The time is a text of the API. */
export function relativeDay(time, now) {
  const days = Math.round((new Date(time).setHours(12) - new Date(now).setHours(12)) / DAY);
  return days > -2 ? DAY_NAME.format(Math.min(days, 0), 'day') : undefined;
}

/** "today", "tomorrow", "on Wednesday" or "on Dec 9, 2026". The time is a text of the API. */
export function comingDay(time, now) {
  const days = Math.round((new Date(time).setHours(12) - new Date(now).setHours(12)) / DAY);
  return days < 2 ? DAY_NAME.format(Math.max(days, 0), 'day') : t.onDate((days < 7 ? WEEKDAY : DATE).format(new Date(time)));
}

export const formatTime = time => TIME.format(new Date(time));

/** "Mon 30 Nov, 08:00". */
export const formatDay = time => DAY_TIME.format(time);

export const formatDate = time => DATE.format(new Date(time));
export const formatDateTime = time => DATE_TIME.format(new Date(time));
