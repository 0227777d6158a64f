const rejected = new Set();

/** The browser's time zone by its name, otherwise by its present offset, otherwise UTC: the first one that the server knows. */
const timeZone = () => [Intl.DateTimeFormat().resolvedOptions().timeZone, offsetOf(new Date()), 'UTC'].find(zone => !rejected.has(zone));

/** The offset of the local time from UTC, such as +02:00. */
export function offsetOf(date) {
  const minutes = -date.getTimezoneOffset();
  const [hour, minute] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map(part => String(Math.trunc(part)).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hour}:${minute}`;
}

/** True if a search finds days, which begin at midnight of the local time. */
export const needsTimeZone = (query = '') => /(^|\s)-?on:/i.test(query);

/** Sends a request with the time zone. If the server does not know the zone, sends it with the next one. */
export async function withTimeZone(send) {
  const zone = timeZone();
  try {
    return await send(zone);
  } catch (error) {
    if (error.field !== 'tz' || !zone) throw error;
    rejected.add(zone);
    return withTimeZone(send);
  }
}
