import { kindIn, withKind } from '../app/inbox/list.js';
import { equal, test } from './harness.js';

test('the kind of a search is found', () => equal(['', 'nas', 'kind:major', 'nas kind:minor web', '-kind:major', 'x.kind:major'].map(kindIn), ['', '', 'major', 'minor', '', '']));

test('the kind of a search is replaced', () => equal(
  [['', 'major'], ['kind:major', 'minor'], ['nas kind:major web', 'minor'], ['nas kind:major web', ''], ['-kind:major', 'new']].map(each => withKind(...each)),
  ['kind:major', 'kind:minor', 'nas web kind:minor', 'nas web', '-kind:major kind:new']));
