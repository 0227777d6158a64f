import de from '../app/i18n/de.js';
import en from '../app/i18n/en.js';
import { equal, test } from './harness.js';

const keysOf = texts => Object.entries(texts).flatMap(([key, value]) =>
  typeof value === 'object' ? keysOf(value).map(each => `${key}.${each}`) : [key]).sort();

test('German has the same texts as English', () => equal(keysOf(de), keysOf(en)));

test('one is singular', () => equal([en, de].map(({ updates }) => [1, 2].map(updates)), [['1 update', '2 updates'], ['1 Update', '2 Updates']]));
