import { hostNamesOf, withChanged } from '../app/images/item.js';
import { nameOrCount, parseReference, safeLink, shortDigest } from '../app/images/reference.js';
import { equal, test } from './harness.js';
import { update } from './samples.js';

const DIGEST = 'sha256:35c71506156a8e56a3324e9b9afd8720d48d5b850756455a18cd621701149037';

test('the name of an image is the last part of its path', () => equal(
  parseReference('docker.io/library/postgres:16.6'), { path: 'docker.io/library/', name: 'postgres', version: ':16.6' }));

test('the port of a registry is not a version', () => equal(
  parseReference('registry.lan:5000/team/api'), { path: 'registry.lan:5000/team/', name: 'api', version: '' }));

test('the digest after a version is omitted', () => equal(
  parseReference(`docker.io/portainer/portainer-ce:2.33.0@${DIGEST}`),
  { path: 'docker.io/portainer/', name: 'portainer-ce', version: ':2.33.0' }));

test('an image without a version shows its digest', () => equal(
  parseReference(`docker.io/library/alpine@${DIGEST}`),
  { path: 'docker.io/library/', name: 'alpine', version: '@35c71506156a' }));

test('an invalid reference is used as the name', () => equal(
  ['', 'a/', ':', '<img src=x>'].map(image => parseReference(image).name), ['', 'a/', ':', '<img src=x>']));

test('a short digest has twelve digits', () => equal([DIGEST, '', null].map(shortDigest), ['35c71506156a', '', '']));

test('several images are shown as their number', () => equal(
  [['docker.io/library/nginx:latest'], ['a', 'b']].map(nameOrCount), ['nginx', '2 updates']));

test('only web addresses become links', () => equal(
  ['https://hub.docker.com/_/nginx', 'http://x', 'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil', 'nginx', '', null]
    .map(link => safeLink(link) ?? 'none'),
  ['https://hub.docker.com/_/nginx', 'http://x/', 'none', 'none', 'none', 'none', 'none', 'none', 'none']));

test('an unknown build time is undefined', () => equal(
  [null, 'soon', '2026-09-01T00:00:00+02:00'].map(created => update('a', { created }).built ?? 'unknown'),
  ['unknown', 'unknown', Date.parse('2026-08-31T22:00:00Z')]));

const everywhere = update('a', { on: [['nas', 'db'], ['vps', 'db'], ['nas', 'cache'], ['edge', 'db', null, false]] });
const namesOf = places => places.map(({ host, workload }) => `${host} ${workload}`);

test('each host is listed once, with its display name', () => equal(
  hostNamesOf(update('a', { on: [['nas', 'db'], ['nas', 'cache']], occurrence: { host_name: 'Basement' } }).waiting), ['Basement']));

test('an occurrence waits if the search found it', () => equal(
  [everywhere.waiting, everywhere.others].map(namesOf), [['nas db', 'vps db', 'nas cache'], ['edge db']]));

test('an update that is done in some containers is pending in the others', () => {
  const done = [{ host: 'nas', workload: 'db' }, { host: 'edge', workload: 'db' }];
  const { waiting, others, occurrences } = withChanged(everywhere, done, { state: 'acknowledged' });
  equal([waiting, others].map(namesOf), [['vps db', 'nas cache'], []]);
  equal(occurrences.map(({ state }) => state), ['acknowledged', 'pending', 'pending', 'acknowledged']);
});

test('an action changes nothing where the list already contains it', () => {
  const reopened = withChanged(update('a'), [{ host: 'nas', workload: 'web' }], { state: 'pending' });
  equal(namesOf(reopened.waiting), ['nas web']);
});

test('a container whose update is forgotten is no longer listed', () => equal(
  namesOf(withChanged(everywhere, everywhere.others).occurrences), ['nas db', 'vps db', 'nas cache']));

test('an occurrence in another state waits if the search names that state', () => {
  const inState = occurrence => update('a', { on: [['nas', 'db']], occurrence });
  equal([inState({ state: 'acknowledged', found: false }), inState({ state: 'snoozed', found: true })].map(({ waiting, others }) => [waiting.length, others.length]),
    [[0, 0], [1, 0]]);
});
