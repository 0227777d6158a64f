const CACHE = 'page';

/** Files of which the name contains a hash of their content. */
const HASHED = /-[0-9A-Z]{8}\.[a-z]+$/;

/** Stores the files of the page and registers the service worker. Browsers offer both only with TLS or on the same machine. */
export async function keepPage() {
  if (!navigator.serviceWorker) return;
  const policy = globalThis.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => 'sw.js' });
  await navigator.serviceWorker.register(policy?.createScriptURL('') ?? 'sw.js');
  await navigator.serviceWorker.ready;
  const page = new URL('.', location).href;
  const files = [page, ...performance.getEntriesByType('resource').map(({ name }) => name).filter(name => HASHED.test(name))];
  const cache = await caches.open(CACHE);
  await cache.addAll(files);
  for (const request of await cache.keys()) if (!files.includes(request.url)) await cache.delete(request);
}
