import de from '../app/texts/de.js';
import deAdmin from '../app/texts/de-admin.js';
import deMore from '../app/texts/de-more.js';
import en from '../app/texts/en.js';
import enAdmin from '../app/texts/en-admin.js';
import enMore from '../app/texts/en-more.js';
import { equal, test } from './harness.js';

const keysOf = texts => Object.entries(texts).flatMap(([key, value]) =>
  typeof value === 'object' ? keysOf(value).map(each => `${key}.${each}`) : [key]).sort();

test('German has every text', () => equal(keysOf(de), keysOf(en)));

test('German has every text of what is fetched later', () => equal([deMore, deAdmin].map(keysOf), [enMore, enAdmin].map(keysOf)));

test('one is told as one', () => equal([en, de].map(({ updates }) => [1, 2].map(updates)), [['1 update', '2 updates'], ['1 Update', '2 Updates']]));
