import { loadList, startOf } from '../app/inbox/list.js';
import { equal, test } from './harness.js';

const item = (reference, note = null) => ({
  image: { reference, registry: 'r', repository: reference, tag: null, digest: null }, state: 'pending', links: [], older_tags: [], occurrences: [], note,
});
const page = (references, cursor = null) => ({ items: references.split('').map(each => item(each)), next_cursor: cursor, total: 6, counts: {} });
const query = { query: '', order: 'newest', group: 'none' };

/** The list `abcdef` in three pages. */
async function longList() {
  const { key } = await loadList(query, { images: page('') });
  const pages = [page('ab', '1'), page('cd', '2'), page('ef')];
  return { ...query, list: await loadList({ ...query, list: { key, pages: [], items: [] } }, { images: pages[0] }).then(list => ({ ...list, pages, items: pages.flatMap(({ items }) => items.map(({ image }) => ({ image: image.reference }))) })) };
}

const after = async (images, named, changed) => {
  const { items, pages } = await loadList(await longList(), { images, named }, changed);
  return [items.map(({ image, note }) => image + (note ?? '')).join(''), pages.length];
};

test('only the first page and the changed images are asked for', async () => {
  equal([startOf(await longList(), ['e']).image, startOf(query, ['e']).image], [['e'], undefined]);
});

test('changed images on other pages are replaced or removed', async () => {
  equal(await after(page('ab', '1'), [item('e', '!')], ['e']), ['abcde!f', 3]);
  equal(await after(page('ab', '1'), [], ['e']), ['abcdf', 3]);
});

test('images that move between the first page and the next one are neither lost nor doubled', async () => {
  equal(await after(page('xa', '1'), [item('x')], ['x']), ['xabcdef', 3]);
  equal(await after(page('bc', '1'), [], ['a']), ['bcdef', 3]);
  equal(await after(page('ea', '1'), [item('e')], ['e']), ['eabcdf', 3]);
});

test('another grouping keeps the pages', async () => {
  const { items, pages, counts } = await loadList({ ...await longList(), group: 'host' }, { images: { ...page('ab', '1'), counts: { host: [] } } });
  equal([items.map(({ image }) => image).join(''), pages.length, counts], ['abcdef', 3, { host: [] }]);
});

test('another order begins with the first page', async () => {
  const { items, pages } = await loadList({ ...await longList(), order: 'name' }, { images: page('ba', '1') });
  equal([items.map(({ image }) => image).join(''), pages.length], ['ba', 1]);
});
