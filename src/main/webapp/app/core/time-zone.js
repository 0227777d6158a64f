/** The browser's time zone: its name and, for servers that do not know the name, its present offset. */
export const timeZones = () => `${Intl.DateTimeFormat().resolvedOptions().timeZone},${offsetOf(new Date())}`;

/** The offset of the local time from UTC, such as +02:00. */
export function offsetOf(date) {
  const minutes = -date.getTimezoneOffset();
  const [hour, minute] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map(part => String(Math.trunc(part)).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hour}:${minute}`;
}

/** The member `tz` for a search that finds days, which begin at midnight of the local time. */
export const timeZoneOf = (query = '') => /(^|\s)-?on:/i.test(query) ? { tz: timeZones() } : {};
