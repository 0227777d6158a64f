import { t } from '../i18n/index.js';
import { hostNamesOf, imagesOf, placeOf } from '../images/item.js';
import { nameOrCount } from '../images/reference.js';

const NAMES_SHOWN = 2;

/** Actions that also apply to occurrences which are not pending, unless a search limits them. */
const UNLIMITED = ['mutes', 'removals', 'reopenings'];

/**
 * The requests that perform an action of a kind on the occurrences of rows, with their rows: one for each scope, see `rowOf` in
 * groups.js.
 *
 * @param {string} query the search of the list with the rows; limits the action to the occurrences that it finds
 */
export const requestsFor = (kind, rows, query) => [...Map.groupBy(rows, ({ scope }) => scope)]
  .map(([scope, all]) => ({ rows: all, body: { images: imagesOf(all), ...selectionOf(kind, scope, query) } }));

function selectionOf(kind, { host, workload, term }, query) {
  if (workload !== undefined) return { host, workload };
  return { host, ...(UNLIMITED.includes(kind) && !query ? unlimited(term) : { filter: filterOf(term, query) }) };
}

/** A row that stands for one occurrence of another row: an action on it is for this place only. */
export const rowOfPlace = ({ id, item, key, isDetached }, place) => ({
  id, item, key, isDetached, places: [place], others: [], scope: { host: place.host, workload: place.workload ?? '' }, where: { inStack: false, names: [placeOf(place)] },
});

/** True for a row that stands for one occurrence of another row. */
export const isOfPlace = ({ scope }) => scope.workload !== undefined;

const unlimited = term => term ? { filter: term, state: 'all' } : {};

/** The search comes last: it may end in an open quote. */
export const filterOf = (term, query) => [term, query].filter(Boolean).join(' ');

/** The occurrences of a row that such a request applies to. */
export const occurrencesOf = (kind, { item, places, scope, key }, query) => !UNLIMITED.includes(kind) || query || scope.workload !== undefined ? places
  : item.occurrences.filter(({ host, stack }) => scope.term ? (stack?.toLowerCase() ?? null) === key : scope.host === undefined || host === scope.host);

/** "postgres on nas", "3 updates in media": the images of rows, and where they are unless that is everywhere. */
export function describe(rows, what = nameOrCount(imagesOf(rows))) {
  const [{ where }] = rows;
  if (!rows.every(each => each.where && each.where.inStack === where.inStack)) return what;
  const names = listOf(new Set(rows.flatMap(each => each.where.names)));
  return where.inStack ? t.inStack(what, names) : t.onHost(what, names);
}

/** The hosts and workloads of occurrences, of which others are on the same hosts; otherwise only the hosts. */
export const namesOf = (places, others) => isOnSameHost(places, others) ? places.map(placeOf) : hostNamesOf(places);

/** "also on edge, k3s": where else the image of a row is pending; empty for nowhere. */
export function elsewhere({ places, others, where }) {
  if (others.length === 0) return '';
  const stacks = new Set(others.map(({ stack }) => stack));
  if (where.inStack && !stacks.has(null)) return t.alsoIn(listOf(stacks));
  const isClear = others.some(other => !isOnSameHost(places, [other]));
  return isClear ? t.alsoOn(listOf(hostNamesOf(others))) : t.alsoIn(listOf(others.map(({ workload }) => workload).filter(Boolean)));
}

const isOnSameHost = (places, others) => places.some(({ host }) => others.some(other => other.host === host));

/** "nas, vps +1". */
export function listOf(values) {
  const names = [...values];
  return names.slice(0, NAMES_SHOWN).join(', ') + (names.length > NAMES_SHOWN ? ` ${t.moreHosts(names.length - NAMES_SHOWN)}` : '');
}
