import { t } from '../i18n/index.js';

import { shownState } from '../images/item.js';

/**
 * The state that all occurrences of rows have; undefined if they differ. Occurrences that are not pending are only in rows of a
 * search that names a state, such as `is:snoozed`.
 */
export function stateOf(rows) {
  const states = new Set(rows.flatMap(({ places }) => places.map(shownState)));
  return states.size === 1 ? [...states][0] : undefined;
}

/** True if an occurrence of the row is pending: marking as done and snoozing are for such rows. */
export const isPending = ({ places }) => places.some(({ state }) => state === 'pending');

/** Why a row no longer belongs to the list. */
export const goneText = row => t.gone[row.gone === 'elsewhere' && !isPending(row) ? 'moved' : row.gone];

/** True if the row can be muted. */
export const isAudible = ({ places }) => places.some(({ state }) => state !== 'muted');

/** The words for reopening rows depend on the state that it ends. */
export const endedState = rows => stateOf(rows) ?? 'acknowledged';

/** The members of an occurrence that an action of a kind changes; undefined if it removes the occurrence. */
export function valuesAfter(kind, { until }, actor) {
  switch (kind) {
    case 'acknowledgements': return { state: 'acknowledged', acknowledged_at: new Date().toISOString(), acknowledged_by: actor, held: false };
    case 'snoozes': return { state: 'snoozed', snoozed_until: until, held: false };
    case 'mutes': return { state: 'muted', held: false };
    case 'reopenings': return { state: 'pending', held: false };
    default: return undefined;
  }
}
