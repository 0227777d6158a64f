export const OVER_A_MONTH = 'older:30d';

/** The kinds that have a chip: all that can be compared. */
export const KINDS = ['major', 'minor', 'patch', 'rebuild', 'new'];

/** The chips in their order. The first one is for all updates. */
export const CHIPS = ['', ...KINDS, OVER_A_MONTH];

const KIND = KINDS.join('|');
const CHIP = new RegExp(`(?<=^|\\s)(?:kind:((?:${KIND})(?:,(?:${KIND}))*)|${OVER_A_MONTH})(?=\\s|$)`, 'g');

/** The chips that a search presses, and the `rest` of the search. */
export function chipsIn(query) {
  const on = [];
  const rest = query.replace(CHIP, (term, kinds) => {
    on.push(...kinds?.split(',') ?? [term]);
    return '';
  }).trim();
  return { on, rest };
}

/** The search that presses these chips. The rest comes last: it may end in an open quote. */
export const withChips = (on, rest) => [
  KINDS.some(each => on.includes(each)) && `kind:${KINDS.filter(each => on.includes(each))}`, on.includes(OVER_A_MONTH) && OVER_A_MONTH, rest,
].filter(Boolean).join(' ');

/** The search after a click on a chip: it alone is pressed, or all others as before if one of `several`. Without a chip, none is pressed. */
export function toggled(query, chip, several) {
  const { on, rest } = chipsIn(query);
  const isReleased = !chip || on.includes(chip) && (several || !on[1]);
  return withChips([...several ? on.filter(each => each !== chip) : [], ...isReleased ? [] : [chip]], rest);
}

/** The numbers of the chips by their name, of what the search finds without them: all (''), of each kind, and over a month old. Undefined ones are not known. */
export function chipCounts(base, old) {
  const kinds = base?.counts.kind;
  return { '': base?.total, ...Object.fromEntries(KINDS.map(kind => [kind, kinds && (kinds.find(({ key }) => key === kind)?.count ?? 0)])), [OVER_A_MONTH]: old };
}
