/** Numbers and the texts between them. */
const partsOf = version => version.match(/\d+|\D+/g) ?? [];

/**
 * Tells what differs between two versions: `11.4.8` and `11.8.3-alpine` after `11.4.8-alpine` have `same` 11., `changed` 8.3 and the
 * common end -alpine, which `from` lacks.
 */
export function difference(from, to) {
  const [before, after] = [partsOf(from), partsOf(to)];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  while (end > 0 && !/^[-+_a-z]/i.test(after.at(-end))) end--;
  const [last, all] = [after.length - end, after.length];
  return {
    from: before.slice(0, before.length - end).join(''),
    same: after.slice(0, start).join(''),
    changed: after.slice(start, last).join(''),
    end: after.slice(last, all).join(''),
  };
}
