import { between, cursorWithout, editOf, stepped, viewOf } from '../app/updates/view.js';
import { equal, test } from './harness.js';
import { MEDIA, stateWith, update } from './samples.js';

const APPS = { id: 2, name: 'apps' };
const a = update('a');
const b = update('b');
const c = update('c', { tag: MEDIA });
const d = update('d', { tag: APPS });
const all = stateWith([b, c, a, d], { tags: [APPS, MEDIA, { id: 3, name: 'games' }] });

const grouped = state => viewOf(state).groups.map(({ key, rows }) => [key ?? '', rows.map(({ item }) => item.name).join('')]);

test('the untagged come first, then the tags in their order', () => equal(grouped(all), [['', 'ba'], ['apps', 'd'], ['media', 'c']]));

test('the order of the tags can be another', () => equal(
  grouped({ ...all, tags: [MEDIA, APPS] }).map(([key]) => key), ['', 'media', 'apps']));

test('an image on two hosts is in the groups of both', () => equal(
  grouped(stateWith([update('x', { on: [['vps', 'web'], ['nas', 'web']] }), a], { group: 'host' })), [['nas', 'xa'], ['vps', 'x']]));

test('without groups all is one', () => equal(grouped({ ...all, group: 'none' }), [['', 'bcad']]));

test('what belongs to no stack comes first', () => equal(
  grouped(stateWith([update('x', { on: [['nas', 'web', 'shop']] }), a], { group: 'stack' })), [['', 'a'], ['shop', 'x']]));

test('an edit is shown before the server knows it', () => equal(
  grouped({ ...all, edits: [editOf(['a'], () => undefined), editOf(['b'], item => ({ ...item, tag: MEDIA }))] }), [['apps', 'd'], ['media', 'bc']]));

test('a later edit wins', () => equal(
  grouped(stateWith([a], { edits: [MEDIA, APPS].map(tag => editOf(['a'], item => ({ ...item, tag }))) })), [['apps', 'a']]));

test('what is done no longer counts', () => equal(
  viewOf({ ...all, edits: [editOf(['a'], () => undefined)] }).total, 3));

test('a group that is not all there tells what the server counted, and how to find it', () => {
  const state = stateWith([a, c], { tags: [MEDIA] });
  state.list = { ...state.list, cursor: 'x', total: 900, counts: { tag: [{ key: null, count: 1 }, { key: 'media', count: 899 }] } };
  equal(viewOf(state).groups.map(({ count, filter }) => [count, filter?.term]), [[1, undefined], [899, 'tag:"media"']].map(([count, term]) => [count, term]));
});

test('what is gone is not selected', () => equal(
  viewOf({ ...all, selected: new Set(['a', 'c', 'gone']) }).selection.map(({ id }) => id), ['a', 'c']));

test('a tag of which nothing waits is empty', () => equal(viewOf(all).emptyTags, [{ id: 3, name: 'games' }]));

test('the cursor starts at the first row and stops at the last', () => equal(
  [undefined, 'b', 'c'].map(cursor => stepped({ ...all, cursor }, 1)), ['b', 'a', 'c']));

test('the cursor passes over what is folded', () => equal(
  stepped({ ...all, cursor: 'a', settings: { collapsed: ['tag:apps'] } }, 1), 'c'));

test('the cursor moves on past what goes', () => equal(cursorWithout({ ...all, cursor: 'b' }, new Set(['b', 'a'])), 'd'));

test('the cursor moves back when the last row goes', () => equal(cursorWithout({ ...all, cursor: 'c' }, new Set(['c'])), 'd'));

test('the cursor stays when other rows go', () => equal(cursorWithout({ ...all, cursor: 'd' }, new Set(['a'])), 'd'));

test('the cursor is nowhere when every row goes', () => equal(cursorWithout({ ...all, cursor: 'a' }, new Set(['a', 'b', 'c', 'd'])), undefined));

test('a range may go up or down', () => equal(
  [['b', 'd'], ['d', 'a'], [undefined, 'a']].map(([from, to]) => between(all, from, to).join('')), ['bad', 'ad', 'a']));
