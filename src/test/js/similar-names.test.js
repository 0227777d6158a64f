import { similarNames, splitName } from '../app/inbox/similar-names.js';
import { equal, test } from './harness.js';

const items = (...names) => names.map(name => ({ name }));

test('long names that begin like another one are found', () => equal(
  [...similarNames(items('immich-machine-learning', 'immich-server', 'immich-machine-learning', 'postgres', 'paperless-ngx-webserver'))], ['immich-machine-learning']));

test('the set of similar names stays the same as long as the names do', () => {
  const before = similarNames(items('immich-machine-learning', 'immich-server'));
  equal([similarNames(items('redis', 'immich-server', 'immich-machine-learning')) === before, similarNames(items('redis')) === before], [true, false]);
});

test('the last word of a name stays visible', () => equal(
  ['immich-machine-learning', 'verylongnamewithoutwords', 'linux_server.x'].map(splitName),
  [['immich-machine-', 'learning'], ['verylongname', 'withoutwords'], ['linux_', 'server.x']]));
