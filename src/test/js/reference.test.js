import { briefly, parseReference, shortDigest } from '../app/updates/reference.js';
import { equal, test } from './harness.js';

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

test('a short digest has twelve digits', () => equal([DIGEST, ''].map(shortDigest), ['35c71506156a', '']));

test('several images are told as a number', () => equal(
  [['docker.io/library/nginx:latest'], ['a', 'b']].map(briefly), ['nginx', '2 updates']));
