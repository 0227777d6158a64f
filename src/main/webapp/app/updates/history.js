/** What happened, with what happened several times in a row on the same day told once. */
export function historyOf(activities) {
  const told = [];
  for (const each of activities) {
    const last = told.at(-1);
    const isSame = last && ['kind', 'host', 'actor', 'note'].every(key => last[key] === each[key]) && last.at.slice(0, 10) === each.at.slice(0, 10);
    if (isSame) last.count++;
    else told.push({ ...each, count: 1 });
  }
  return told;
}
