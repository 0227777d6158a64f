import { itemOf } from '../app/images/item.js';

export const NOW = Date.parse('2026-11-22T12:00:00Z');

export const MEDIA = { id: 1, name: 'media', colour: null };

/** An item, created as the page creates it; `on` lists its hosts, workloads and stacks, and whether the search found them. */
export function update(reference, { on = [['nas', 'web']], occurrence, ...answer } = {}) {
  return itemOf({
    image: { reference, registry: reference.split('/')[0], repository: reference, tag: null, digest: null },
    state: 'pending', status: 'update', provider: 'docker', hub_link: null, digest: 'sha256:1', previous_digest: null, created: null,
    pending_since: '2026-11-22T10:00:00Z', times_notified: 1, note: null, tag: null,
    occurrences: on.map(([host, workload, stack = null, found = true]) => ({ host, host_name: host, workload, stack, state: 'pending', found, ...occurrence })),
    ...answer,
  });
}

/** The state of a page with these updates. */
export const stateWith = (items, state) => ({
  list: { key: '', query: '', items, total: items.length, counts: {}, cursor: null, pages: [] },
  view: 'pending', query: '', order: 'newest', group: 'tag', pending: 0, tags: [], edits: [], reverted: new Set(), deferred: undefined, settings: { collapsed: [] },
  selected: new Set(), cursor: undefined, open: undefined, unfolded: new Set(), now: NOW, ...state,
});
