import { afterPaint } from '../app/core/after-paint.js';
import { createStore } from '../app/core/store.js';
import { parseUrl, syncUrl } from '../app/shell/router.js';
import { equal, test } from './harness.js';

const nginx = { image: 'nginx' };
const redis = { image: 'redis' };

/** The URLs that changes in one frame add to the history, and the last one. */
async function urlsAfter(...changes) {
  history.replaceState(null, '', '/');
  const store = createStore({ ...parseUrl(), settings: {} });
  syncUrl(store);
  const before = history.length;
  for (const change of changes) store.change(change);
  await afterPaint();
  await afterPaint();
  return [history.length - before, location.search];
}

test('open details have a URL', async () => equal(await urlsAfter({ open: nginx }), [1, '?image=nginx']));

test('details of one row after another have one entry', async () => equal(await urlsAfter({ open: nginx }, { open: redis }), [1, '?image=redis']));

test('details that are closed at once have no entry', async () => equal(await urlsAfter({ open: nginx }, { open: undefined }), [0, '']));

test('the last of several changes is the URL', async () => equal(await urlsAfter({ open: nginx }, { query: 'redis', open: undefined }, { query: 'redis 7' }), [1, '?q=redis+7']));

test('a search beside details does not lose them', async () => equal(await urlsAfter({ open: nginx }, { query: 'redis' }), [1, '?q=redis&image=nginx']));
