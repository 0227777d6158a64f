import { editOf } from '../app/updates/edits.js';
import { cursorWithout, stepped } from '../app/updates/cursor.js';
import { viewOf } from '../app/updates/view.js';
import { equal, test } from './harness.js';
import { MEDIA, stateWith, update } from './samples.js';

const APPS = { id: 2, name: 'apps' };
const a = update('a', { received_at: '2026-11-22T10:00:00Z' });
const b = update('b', { received_at: '2026-11-22T11:00:00Z' });
const c = update('c', { tag: MEDIA });
const d = update('d', { tag: APPS });
const all = stateWith([c, a, d, b], { tags: [APPS, MEDIA, { id: 3, name: 'games' }] });

const grouped = state => viewOf(state).groups.map(({ tag, updates }) => [tag?.name ?? '', updates.map(({ name }) => name).join('')]);

test('the untagged come first, then the tags by name', () => equal(grouped(all), [['', 'ba'], ['apps', 'd'], ['media', 'c']]));

test('the oldest come first if one wants it', () => equal(grouped({ ...all, order: 'oldest' })[0], ['', 'ab']));

test('what is done does not wait', () => equal(
  viewOf(stateWith([a, { ...b, acknowledged: true }])).pending.map(({ name }) => name), ['a']));

test('an edit is shown before the server knows it', () => equal(
  grouped({ ...all, edits: [editOf(['a'], { acknowledged: true }), editOf(['b'], { tag: MEDIA })] }), [['apps', 'd'], ['media', 'bc']]));

test('a later edit wins', () => equal(
  grouped(stateWith([a], { edits: [editOf(['a'], { tag: MEDIA }), editOf(['a'], { tag: APPS })] })), [['apps', 'a']]));

test('what the search hides is not selected', () => equal(
  viewOf({ ...all, query: 'tag:media', selected: new Set(['a', 'c', 'gone']) }).selection, ['c']));

test('a tag of which nothing waits is empty', () => equal(viewOf(all).emptyTags, [{ id: 3, name: 'games' }]));

test('the cursor starts at the first row and stops at the last', () => equal(
  [undefined, 'b', 'c'].map(cursor => stepped({ ...all, cursor }, 1)), ['b', 'a', 'c']));

test('the cursor moves on past what goes', () => equal(cursorWithout({ ...all, cursor: 'b' }, ['b', 'a']), 'd'));

test('the cursor moves back when the last row goes', () => equal(cursorWithout({ ...all, cursor: 'c' }, ['c']), 'd'));

test('the cursor stays when other rows go', () => equal(cursorWithout({ ...all, cursor: 'd' }, ['a']), 'd'));

test('the cursor is nowhere when every row goes', () => equal(cursorWithout({ ...all, cursor: 'a' }, ['a', 'b', 'c', 'd']), undefined));
