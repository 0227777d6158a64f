/** Names that begin alike this far are hard to tell apart once their ends are cut. */
const SAME_START = 6;

/** Shorter names are not cut. */
const LONG = 14;

let last = { names: new Set() };

/** The long names of items that begin like another name. The same set as before if they are the same. */
export function similarNames(items) {
  if (last.items !== items) {
    const names = find(items);
    last = { items, names: names.size === last.names.size && names.isSubsetOf(last.names) ? last.names : names };
  }
  return last.names;
}

function find(items) {
  const byStart = Map.groupBy(new Set(items.map(({ name }) => name)), name => name.slice(0, SAME_START));
  return new Set([...byStart.values()].filter(({ length }) => length > 1).flat().filter(({ length }) => length > LONG));
}

/** A name in two parts, of which the second one stays visible: its last word, or its last letters. */
export function splitName(name) {
  const [end] = /[^-_.]{2,12}$/.exec(name) ?? [name.slice(-8)];
  return [name.slice(0, -end.length), end];
}
