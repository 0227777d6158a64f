import { knownTime, safeLink } from '../app/updates/update.js';
import { equal, test } from './harness.js';
import { update } from './samples.js';

test('an event with nothing but its image is an update', () => equal(update('alpine'), {
  image: 'alpine', path: '', name: 'alpine', version: '', host: '', workloads: '', provider: '', status: '', digest: '',
  receivedAt: Date.parse('2026-11-22T10:00:00Z'), acknowledged: false, tag: null,
}));

test('an event whose every member is null is an update', () => equal(
  update('alpine', { event: { hostname: null, provider: null, status: null, digest: null, hub_link: null, metadata: null, created: null } }),
  update('alpine')));

test('only web addresses become links', () => equal(
  ['https://hub.docker.com/_/nginx', 'http://x', 'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil', 'nginx', '', null]
    .map(link => safeLink(link) ?? 'none'),
  ['https://hub.docker.com/_/nginx', 'http://x/', 'none', 'none', 'none', 'none', 'none', 'none', 'none']));

test('year 1 and 1970 mean that nobody knows', () => equal(
  ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', null, 'soon', '2026-09-01T00:00:00+02:00'].map(time => knownTime(time) ?? 'unknown'),
  ['unknown', 'unknown', 'unknown', 'unknown', Date.parse('2026-08-31T22:00:00Z')]));
