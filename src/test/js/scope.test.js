import { viewOf } from '../app/inbox/derived.js';
import { rowsOf } from '../app/inbox/groups.js';
import { pendingEdit } from '../app/inbox/pending-edits.js';
import { describe, elsewhere, occurrencesOf, requestsFor, rowOfPlace } from '../app/inbox/scope.js';
import { withChanged } from '../app/images/item.js';
import { equal, test } from './harness.js';
import { stateWith, update } from './samples.js';

const DATABASES = [['nas', 'firefly_db', 'Firefly'], ['nas', 'nextcloud_db', 'nextcloud'], ['vps', 'db', null]];
const mariadb = update('mariadb', { on: DATABASES });
const nginx = update('nginx', { on: [['nas', 'web', 'nextcloud'], ['vps', 'web', 'shop'], ['edge', 'web', 'shop']] });
const found = update('mariadb', { on: [['nas', 'firefly_db', 'Firefly'], ['nas', 'nextcloud_db', 'nextcloud', false], ['vps', 'db', null, false]] });

const shown = (items, group, state) => viewOf(stateWith(items, { group, ...state })).groups;
const bodiesFor = (...given) => requestsFor(...given).map(({ body }) => body);
const rowsIn = (items, group) => rowsOf(shown(items, group));

const placesIn = groups => groups.map(({ key, rows }) => [key, rows.map(({ id, places }) => [id, places.map(({ workload }) => workload).join()])]);

test('an image is in each stack that has one of its places, with the places of the stack', () => equal(
  placesIn(shown([mariadb], 'stack')),
  [['firefly', [['firefly mariadb', 'firefly_db']]], ['nextcloud', [['nextcloud mariadb', 'nextcloud_db']]], [null, [[' mariadb', 'db']]]]));

test('an image is in the group of each of its hosts, with the places on the host', () => equal(
  placesIn(shown([mariadb], 'host')), [['nas', [['nas mariadb', 'firefly_db,nextcloud_db']]], ['vps', [['vps mariadb', 'db']]]]));

test('an image that is done in one stack stays in the others', () => {
  const edits = [pendingEdit(['mariadb'], item => withChanged(item, [{ host: 'nas', workload: 'firefly_db' }]))];
  const groups = shown([mariadb], 'stack', { edits });
  equal(placesIn(groups), [['nextcloud', [['nextcloud mariadb', 'nextcloud_db']]], [null, [[' mariadb', 'db']]]]);
  equal(rowsOf(groups).map(elsewhere), ['also on vps', 'also on nas']);
});

test('a row has the places that the search found', () => equal(placesIn(shown([found], 'tag')), [[null, [['mariadb', 'firefly_db']]]]));

test('a row names its places unless it stands for the whole image', () => equal(
  ['tag', 'host', 'stack'].map(group => rowsIn([mariadb, nginx], group).map(row => describe([row]))), [
    ['mariadb', 'nginx'],
    ['nginx on edge', 'mariadb on nas', 'nginx on nas', 'mariadb on vps', 'nginx on vps'],
    ['mariadb in Firefly', 'mariadb in nextcloud', 'nginx in nextcloud', 'nginx in shop', 'mariadb on vps'],
  ]));

test('a row of a filtered list names the places that were found', () => equal(
  ['tag', 'host', 'stack'].map(group => describe(rowsIn([found], group))), ['mariadb on nas · firefly_db', 'mariadb on nas · firefly_db', 'mariadb in Firefly']));

test('a row says where else the image is pending', () => equal(
  ['tag', 'host', 'stack'].map(group => rowsIn([nginx, found], group).map(elsewhere)), [
    ['', 'also on nas, vps'],
    ['also on nas, vps', 'also on vps, edge', 'also on nas, vps', 'also on nas, edge'],
    ['also on nas, vps', 'also in shop', 'also in nextcloud'],
  ]));

test('several rows name their places once', () => {
  const rows = rowsIn([mariadb, nginx], 'host');
  equal([rows, rows.slice(1, 3), [rows[1], rows[3]], [rows[0], rowsIn([mariadb], 'tag')[0]]].map(some => describe(some)),
    ['2 updates on edge, nas +1', '2 updates on nas', 'mariadb on nas, vps', '2 updates']);
});

test('an action is for the waiting places that the search found', () => equal(
  bodiesFor('acknowledgements', rowsIn([mariadb, nginx], 'tag'), 'older:7d'), [{ images: ['mariadb', 'nginx'], filter: 'older:7d' }]));

test('an action by host has one request for each host', () => equal(
  bodiesFor('snoozes', rowsIn([mariadb, nginx], 'host'), ''), [
    { images: ['nginx'], host: 'edge', filter: '' }, { images: ['mariadb', 'nginx'], host: 'nas', filter: '' }, { images: ['mariadb', 'nginx'], host: 'vps', filter: '' },
  ]));

test('an action by stack has one request for each stack, with the search', () => equal(
  bodiesFor('acknowledgements', rowsIn([mariadb], 'stack'), '"my words'), [
    { images: ['mariadb'], filter: 'stack:"Firefly" "my words' }, { images: ['mariadb'], filter: 'stack:"nextcloud" "my words' },
    { images: ['mariadb'], filter: 'stack:"" "my words' },
  ]));

test('without a search, images are muted and forgotten in every state', () => equal(
  ['tag', 'host', 'stack'].map(group => bodiesFor('mutes', rowsIn([mariadb], group).slice(0, 1), '')),
  [[{ images: ['mariadb'] }], [{ images: ['mariadb'], host: 'nas' }], [{ images: ['mariadb'], filter: 'stack:"Firefly"', state: 'all' }]]));

test('with a search, what it found is forgotten', () => equal(
  bodiesFor('removals', rowsIn([found], 'stack'), 'firefly'), [{ images: ['mariadb'], filter: 'stack:"Firefly" firefly' }]));

test('an action by host or stack changes its places, also those that do not wait if it mutes or forgets them', () => {
  const done = update('mariadb', { on: DATABASES });
  done.waiting = done.waiting.slice(0, 1);
  const workloads = (kind, group, query) => occurrencesOf(kind, rowsIn([done], group)[0], query).map(({ workload }) => workload);
  equal([workloads('removals', 'tag', ''), workloads('removals', 'host', ''), workloads('removals', 'stack', '')],
    [['firefly_db', 'nextcloud_db', 'db'], ['firefly_db', 'nextcloud_db'], ['firefly_db']]);
  equal([workloads('removals', 'tag', 'x'), workloads('acknowledgements', 'tag', '')], [['firefly_db'], ['firefly_db']]);
});

test('an action on a place is for this place alone, whatever the search', () => {
  const [row] = rowsIn([mariadb], 'stack');
  const place = rowOfPlace(row, mariadb.occurrences[0]);
  equal(['snoozes', 'mutes'].map(kind => bodiesFor(kind, [place], 'older:7d')), Array(2).fill([{ images: ['mariadb'], host: 'nas', workload: 'firefly_db' }]));
  equal([describe([place]), occurrencesOf('mutes', place, '').map(({ workload }) => workload)], ['mariadb on nas · firefly_db', ['firefly_db']]);
});
