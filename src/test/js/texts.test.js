import de from '../app/i18n/de.js';
import en from '../app/i18n/en.js';
import { problemText, t } from '../app/i18n/index.js';
import { equal, test } from './harness.js';

const keysOf = texts => Object.entries(texts).flatMap(([key, value]) =>
  typeof value === 'object' ? keysOf(value).map(each => `${key}.${each}`) : [key]).sort();

test('German has the same texts as English', () => equal(keysOf(de), keysOf(en)));

test('one is singular', () => equal([en, de].map(({ updates }) => [1, 2].map(updates)), [['1 update', '2 updates'], ['1 Update', '2 Updates']]));

test('a problem has its parameters in its sentence', () => equal(
  [en, de].map(({ problems }) => problems['tag-name-taken']({ name: 'media' })),
  ['“media” already exists. Choose another name.', '„media“ gibt es schon. Anderen Namen wählen.'],
));

test('a problem has the names of roles in its sentence', () => equal(
  [en, de].map(({ problems }) => problems['role-required']({ role: 'admin' })),
  ['This requires the role admin.', 'Nur mit der Rolle Administrator möglich.'],
));

test('a search is refused with its terms', () => equal(
  ['invalid-search-age', 'invalid-search-day', 'invalid-search-is', 'invalid-search-kind', 'unfinished-search-key']
    .map(code => de.problems[code]({ key: code.startsWith('unfinished') ? 'older:' : 'older', value: 'x' })),
  [
    '„older:x“ ist kein Alter. Möglich: older:12h, older:7d oder older:2w.',
    '„older:x“ ist kein Tag. Möglich: older:2026-11-20.',
    '„older:x“ ist unbekannt. Möglich: is:new, is:update, is:rebuild, is:pending, is:snoozed, is:held, is:done oder is:muted.',
    '„older:x“ ist unbekannt. Möglich: kind:major, kind:minor, kind:patch, kind:rebuild, kind:new oder kind:unknown.',
    '„older:“ braucht einen Wert, zum Beispiel host:nas.',
  ],
));

const unknown = { code: 'constructor', title: 'Conflict', status: 409, detail: 'Try again.' };

test('the server has the last word on a code that the page does not know', () => equal(
  [problemText({ code: 'not-found', detail: 'Not found. Check the URL.' }), problemText(unknown), problemText({ ...unknown, detail: undefined }), problemText({ status: 502 })],
  [t.problems['not-found'], 'Try again.', 'Conflict', t.badStatus(502)],
));
