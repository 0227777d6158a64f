import { briefly, hostsOf, knownTime, parseReference, pullOf, safeLink, shortDigest, withoutHost } from '../app/updates/image.js';
import { equal, test } from './harness.js';
import { update } from './samples.js';

const DIGEST = 'sha256:35c71506156a8e56a3324e9b9afd8720d48d5b850756455a18cd621701149037';

test('an image is called by its last part', () => equal(
  parseReference('docker.io/library/postgres:16.6'), { path: 'docker.io/library/', name: 'postgres', version: ':16.6' }));

test('the port of a registry is no version', () => equal(
  parseReference('registry.lan:5000/team/api'), { path: 'registry.lan:5000/team/', name: 'api', version: '' }));

test('a digest behind the version is left out', () => equal(
  parseReference(`docker.io/portainer/portainer-ce:2.33.0@${DIGEST}`),
  { path: 'docker.io/portainer/', name: 'portainer-ce', version: ':2.33.0' }));

test('an image without a version shows its digest', () => equal(
  parseReference(`docker.io/library/alpine@${DIGEST}`),
  { path: 'docker.io/library/', name: 'alpine', version: '@35c71506156a' }));

test('an image that is no reference keeps a name', () => equal(
  ['', 'a/', ':', '<img src=x>'].map(image => parseReference(image).name), ['', 'a/', ':', '<img src=x>']));

test('a short digest has twelve digits', () => equal([DIGEST, '', null].map(shortDigest), ['35c71506156a', '', '']));

test('several images are told as a number', () => equal(
  [['docker.io/library/nginx:latest'], ['a', 'b']].map(briefly), ['nginx', '2 updates']));

test('an image is pulled by its whole reference', () => equal(pullOf(`alpine@${DIGEST}`), `docker pull alpine@${DIGEST}`));

test('only web addresses become links', () => equal(
  ['https://hub.docker.com/_/nginx', 'http://x', 'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil', 'nginx', '', null]
    .map(link => safeLink(link) ?? 'none'),
  ['https://hub.docker.com/_/nginx', 'http://x/', 'none', 'none', 'none', 'none', 'none', 'none', 'none']));

test('year 1 and 1970 mean that nobody knows', () => equal(
  ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', null, 'soon', '2026-09-01T00:00:00+02:00'].map(time => knownTime(time) ?? 'unknown'),
  ['unknown', 'unknown', 'unknown', 'unknown', Date.parse('2026-08-31T22:00:00Z')]));

const everywhere = update('a', { on: [['nas', 'db'], ['vps', 'db'], ['nas', 'cache']] });

test('a host is told once, by what people call it', () => equal(
  hostsOf(update('a', { on: [['nas', 'db'], ['nas', 'cache']], occurrence: { host_name: 'Basement' } })), [['nas', 'Basement']]));

test('what is done on one host still waits on the others', () => equal(
  hostsOf(withoutHost(everywhere, 'nas')).map(([host]) => host), ['vps']));

test('what is done in one container still waits in the others', () => equal(
  withoutHost(everywhere, 'nas', 'db').waiting.map(({ host, workload }) => `${host} ${workload}`), ['vps db', 'nas cache']));

test('what is done on its only host waits nowhere', () => equal(withoutHost(update('a'), 'nas') ?? 'gone', 'gone'));

test('what is acknowledged does not wait', () => equal(
  update('a', { on: [['nas', 'db']], occurrence: { state: 'acknowledged' } }).waiting, []));
