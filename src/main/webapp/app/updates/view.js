import { matcher } from './search.js';
import { withEdits } from './edits.js';

const { compare: byText } = new Intl.Collator('en', { numeric: true });

export const ORDERS = {
  newest: (a, b) => b.receivedAt - a.receivedAt || byText(a.image, b.image),
  oldest: (a, b) => a.receivedAt - b.receivedAt || byText(a.image, b.image),
  name: (a, b) => byText(a.name, b.name) || byText(a.image, b.image),
};

/** The state with what follows from it: what waits, what of it is shown, in which groups, and what is selected. */
export function viewOf(state) {
  const pending = withEdits(state.updates, state.edits).filter(update => !update.acknowledged);
  const groups = groupsOf(pending.filter(matcher(state.query, state.now)).sort(ORDERS[state.order]));
  const shown = groups.flatMap(group => group.updates);
  const selection = shown.filter(update => state.selected.has(update.image)).map(update => update.image);
  return { ...state, pending, groups, shown, selection, emptyTags: emptyTagsOf(state.tags, pending) };
}

/** The untagged first, then the tags by name. */
export function groupsOf(updates) {
  return [...Map.groupBy(updates, update => update.tag?.id).values()]
    .map(updates => ({ tag: updates[0].tag, updates }))
    .sort((a, b) => !!a.tag - !!b.tag || byText(a.tag.name, b.tag.name));
}

function emptyTagsOf(tags, pending) {
  const used = new Set(pending.map(update => update.tag?.id));
  return tags.filter(tag => !used.has(tag.id));
}
