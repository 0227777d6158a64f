import { completions, mended } from '../app/search/completions.js';
import { equal, test } from './harness.js';

const view = {
  hosts: [{ host: 'nas', name: null, counts: { pending: 3 }, silent_since: null }, { host: '7f', name: 'Attic nas', counts: { pending: 0 }, silent_since: '2026-11-20T00:00:00Z' }],
  tags: [{ name: 'my media', counts: { pending: 2 } }, { name: 'web', counts: { pending: 1 } }], counts: { snoozed: 4 }, items: [{ registry: 'ghcr.io', waiting: [{ stack: 'shop', workload: 'web' }, {}] }],
};
const suggested = (text, recent = []) => completions(text, view, recent).map(each => [each.text, each.becomes]);

test('values of a key are suggested with their numbers', () => equal(
  completions('host:', view, []).map(({ text, hint }) => [text, hint]), [['host:nas', '3'], ['host:7f', 'Attic nas ▲ 0']]));

test('a term is completed in its place', () => equal(
  [suggested('x -host:att'), suggested('tag:"my m'), suggested('a stack:s'), suggested('workload:')], [[['host:7f', 'x -host:7f']], [['tag:"my media"', 'tag:"my media"']], [['stack:shop', 'a stack:shop']], [['workload:web', 'workload:web']]]));

test('stacks and registries are suggested with the counts of the server, the most frequent first', () => {
  const facets = { stack: [{ key: null, name: null, count: 9 }, { key: 'a', name: 'A', count: 1 }, { key: 'b', name: 'B', count: 5 }], registry: [{ key: 'quay.io', name: 'quay.io', count: 2 }] };
  equal(['stack:', 'registry:q'].map(text => completions(text, { ...view, facets }, []).map(each => `${each.text} ${each.hint}`)), [['stack:B 5', 'stack:A 1'], ['registry:quay.io 2']]);
});

test('a complete term has no suggestion', () => equal([suggested('tag:web'), suggested('redis'), suggested('host:nas ')], [[], [], []]));

test('keys are suggested for their first letters', () => equal([suggested('nas ki'), suggested('h')], [[['kind:', 'nas kind:']], []]));

test('an empty field suggests the last searches and all keys', () => equal(
  suggested('', ['redis']).map(([text]) => text), ['redis', 'host:', 'kind:', 'tag:', 'is:', 'older:', 'newer:', 'on:', 'stack:', 'workload:', 'registry:', 'image:', 'provider:']));

test('a refused term is mended by an example of its key', () => equal(
  [['a older:7 b', { key: 'older', value: '7' }], ['is:major', { key: 'is', value: 'major' }], ['-kind:maj', { key: 'kind', value: 'maj' }], ['x:y', { key: 'x', value: 'y' }], ['host:', { key: 'host:' }], ['x', undefined]].map(each => mended(...each)?.query ?? ''),
  ['a older:30d b', 'kind:major', '-kind:major', '', '', '']));
