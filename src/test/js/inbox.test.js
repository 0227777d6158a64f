import { cursorWithout, nextCursor, range } from '../app/inbox/cursor.js';
import { viewOf } from '../app/inbox/derived.js';
import { pendingEdit } from '../app/inbox/pending-edits.js';
import { withChanged } from '../app/images/item.js';
import { equal, test } from './harness.js';
import { MEDIA, stateWith, update } from './samples.js';

const APPS = { id: 2, name: 'apps' };
const a = update('a');
const b = update('b');
const c = update('c', { tag: MEDIA });
const d = update('d', { tag: APPS });
const all = stateWith([b, c, a, d], { tags: [APPS, MEDIA, { id: 3, name: 'games' }] });

const grouped = state => viewOf(state).groups.map(({ key, rows }) => [key ?? '', rows.map(({ item }) => item.name).join('')]);

test('tags come in their order, untagged updates last', () => equal(grouped(all), [['apps', 'd'], ['media', 'c'], ['', 'ba']]));

test('groups follow a changed order of tags', () => equal(
  grouped({ ...all, tags: [MEDIA, APPS] }).map(([key]) => key), ['media', 'apps', '']));

test('an image on two hosts is in both groups', () => equal(
  grouped(stateWith([update('x', { on: [['vps', 'web'], ['nas', 'web']] }), a], { group: 'host' })), [['nas', 'xa'], ['vps', 'x']]));

test('without grouping all rows are in one group', () => equal(grouped({ ...all, group: 'none' }), [['', 'bcad']]));

test('updates without a stack come last', () => equal(
  grouped(stateWith([update('x', { on: [['nas', 'web', 'shop']] }), a], { group: 'stack' })), [['shop', 'x'], ['', 'a']]));

test('the case of a stack does not matter', () => equal(
  viewOf(stateWith([update('x', { on: [['nas', 'web', 'Shop']] }), update('y', { on: [['nas', 'db', 'shop']] })], { group: 'stack' }))
    .groups.map(({ key, name, rows }) => [key, name, rows.length]), [['shop', 'Shop', 2]]));

test('an edit is shown before the server has saved it', () => equal(
  grouped({ ...all, edits: [pendingEdit(['a'], () => undefined), pendingEdit(['b'], item => ({ ...item, tag: MEDIA }))] }), [['apps', 'd'], ['media', 'bc']]));

test('a later edit wins', () => equal(
  grouped(stateWith([a], { edits: [MEDIA, APPS].map(tag => pendingEdit(['a'], item => ({ ...item, tag }))) })), [['apps', 'a']]));

test('a row marked as done is not counted', () => equal(
  viewOf({ ...all, edits: [pendingEdit(['a'], () => undefined)] }).total, 3));

test('a partly loaded group has the count of the server and a search term', () => {
  const state = stateWith([a, c], { tags: [MEDIA] });
  state.list = { ...state.list, cursor: 'x', total: 900, counts: { tag: [{ key: null, count: 1 }, { key: 'media', count: 899 }] } };
  equal(viewOf(state).groups.map(({ count, filter }) => [count, filter?.term]), [[899, 'tag:"media"'], [1, undefined]].map(([count, term]) => [count, term]));
});

const newerList = items => ({ list: { ...stateWith(items).list, total: items.length }, saved: [], count: 0 });

test('a row that a deferred list removes stays, is not counted, and is not selected', () => {
  const view = viewOf({ ...all, selected: new Set(['b', 'a']), deferred: newerList([c, a, d]) });
  equal(view.groups.map(({ count, rows }) => [count, rows.map(({ id, gone }) => [id, gone ?? ''])]),
    [[1, [['d', '']]], [1, [['c', '']]], [1, [['b', 'elsewhere'], ['a', '']]]]);
  equal([view.total, view.selection.map(({ id }) => id)], [3, ['a']]);
});

test('the cursor skips rows that are gone', () => equal(
  cursorWithout({ ...all, cursor: 'c', deferred: newerList([d, c, a]) }, new Set(['c'])), 'a'));

test('a row whose edit is held stays where it was', () => {
  const held = Object.assign(pendingEdit(['x'], item => withChanged(item, [{ host: 'nas', workload: 'web' }]), 'snoozes'), { hold: 'clicked' });
  const state = stateWith([update('x', { on: [['vps', 'web'], ['nas', 'web']] }), a], { group: 'host', edits: [held] });
  equal(viewOf(state).groups.map(({ key, rows }) => [key, rows.map(({ id, gone }) => [id, gone ?? ''])]),
    [['nas', [['nas x', 'snoozes'], ['nas a', '']]], ['vps', [['vps x', '']]]]);
});

test('removed rows are not selected', () => equal(
  viewOf({ ...all, selected: new Set(['a', 'c', 'gone']) }).selection.map(({ id }) => id), ['c', 'a']));

test('a tag without pending updates is empty', () => equal(viewOf(all).emptyTags, [{ id: 3, name: 'games' }]));

test('the cursor starts at the first row and stops at the last', () => equal(
  [undefined, 'b', 'a'].map(cursor => nextCursor({ ...all, cursor }, 1)), ['d', 'a', 'a']));

test('the cursor skips collapsed groups', () => equal(
  nextCursor({ ...all, cursor: 'd', settings: { collapsed: ['tag:media'] } }, 1), 'b'));

test('the cursor moves past removed rows', () => equal(cursorWithout({ ...all, cursor: 'd' }, new Set(['d', 'c'])), 'b'));

test('the cursor moves back when the last row is removed', () => equal(cursorWithout({ ...all, cursor: 'a' }, new Set(['a'])), 'b'));

test('the cursor stays when other rows are removed', () => equal(cursorWithout({ ...all, cursor: 'd' }, new Set(['a'])), 'd'));

test('there is no cursor when all rows are removed', () => equal(cursorWithout({ ...all, cursor: 'a' }, new Set(['a', 'b', 'c', 'd'])), undefined));

test('a range goes up or down', () => equal(
  [['d', 'b'], ['a', 'c'], [undefined, 'a']].map(([from, to]) => range(all, from, to).join('')), ['dcb', 'cba', 'a']));
