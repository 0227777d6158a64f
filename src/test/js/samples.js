import { updatesOf } from '../app/updates/update.js';

export const NOW = Date.parse('2026-11-22T12:00:00Z');

export const MEDIA = { id: 1, name: 'media' };

/** An update as the page has it, made the way the page makes it. */
export function update(image, { event, ...entry } = {}) {
  const answer = { event: { image, ...event }, received_at: '2026-11-22T10:00:00Z', acknowledged: false, tag: null, ...entry };
  return updatesOf({ [image]: answer })[0];
}

/** The state of a page with these updates. */
export const stateWith = (updates, state) => ({
  updates, edits: [], tags: [], selected: new Set(), cursor: undefined, query: '', order: 'newest', now: NOW, ...state,
});
