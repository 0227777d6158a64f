import de from '../app/i18n/de.js';
import deParts from '../app/i18n/de-parts.js';
import en from '../app/i18n/en.js';
import enParts from '../app/i18n/en-parts.js';
import { problemText, t } from '../app/i18n/index.js';
import problemsDe from '../app/i18n/problems-de.js';
import problemsEn from '../app/i18n/problems-en.js';
import { equal, test } from './harness.js';

const keysOf = texts => Object.entries(texts).flatMap(([key, value]) =>
  typeof value === 'object' ? keysOf(value).map(each => `${key}.${each}`) : [key]).sort();

test('German has the same texts as English', () => equal([de, deParts, problemsDe].map(keysOf), [en, enParts, problemsEn].map(keysOf)));

test('what loads later has texts of its own', () => equal(Object.keys(enParts).filter(name => Object.hasOwn(en, name)), []));

test('one is singular', () => equal([en, de].map(({ updates }) => [1, 2].map(updates)), [['1 update', '2 updates'], ['1 Update', '2 Updates']]));

test('paper says how many updates of how many it has', () => equal([en, de].map(({ printed }) => printed(500, 2000)), ['500 of 2,000 updates', '500 von 2.000 Updates']));

test('a problem has its parameters in its sentence', () => equal(
  [problemsEn, problemsDe].map(problems => problems['tag-name-taken']({ name: 'media' })),
  ['“media” already exists. Choose another name.', '„media“ gibt es schon. Anderen Namen wählen.'],
));

test('a problem has the names of roles in its sentence', async () => equal(await problemText({ code: 'role-required', params: { role: 'admin' } }), `This requires the role ${t.roles.admin}.`));

test('a search is refused with its terms', () => equal(
  ['invalid-search-age', 'invalid-search-day', 'invalid-search-is', 'invalid-search-kind', 'unfinished-search-key']
    .map(code => problemsDe[code]({ key: code.startsWith('unfinished') ? 'older:' : 'older', value: 'x' })),
  [
    '„older:x“ ist kein Alter. Möglich: older:12h, older:7d oder older:2w.',
    '„older:x“ ist kein Tag. Möglich: older:2026-11-20.',
    '„older:x“ ist unbekannt. Möglich: is:new, is:update, is:rebuild, is:pending, is:snoozed, is:held, is:done oder is:muted.',
    '„older:x“ ist unbekannt. Möglich: kind:major, kind:minor, kind:patch, kind:rebuild, kind:new oder kind:unknown.',
    '„older:“ braucht einen Wert, zum Beispiel host:nas.',
  ],
));

const unknown = { code: 'constructor', title: 'Conflict', status: 409, detail: 'Try again.' };

test('the server has the last word on a code that the page does not know', async () => equal(
  await Promise.all([{ code: 'not-found', detail: 'Not found. Check the URL.' }, unknown, { ...unknown, detail: undefined }, { status: 502 }].map(problemText)),
  [problemsEn['not-found'], 'Try again.', 'Conflict', t.badStatus(502)],
));
