/** Collapses equal entries of the same day that follow each other into one with a `count`. */
export function groupRepeats(entries) {
  const groups = [];
  for (const each of entries) {
    const last = groups.at(-1);
    const isSame = last && ['kind', 'host', 'actor', 'note'].every(key => last[key] === each[key]) && last.at.slice(0, 10) === each.at.slice(0, 10);
    if (isSame) last.count++;
    else groups.push({ ...each, count: 1 });
  }
  return groups;
}
