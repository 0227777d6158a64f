/**
 * The service worker of the page: opens the page without the server, from the files that shell/offline.js has stored. The API and all
 * other addresses stay with the browser.
 */
addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('fetch', event => {
  const { request } = event;
  const isPage = request.mode === 'navigate' && new URL(request.url).pathname === new URL(registration.scope).pathname;
  if (isPage) event.respondWith(fetch(request).catch(() => stored(registration.scope)));
  else if (/-[0-9A-Z]{8}\.[a-z]+$/.test(request.url)) event.respondWith(stored(request).catch(() => fetch(request)));
});

/** Rejects if the file is not stored. */
async function stored(request) {
  const response = await caches.match(request);
  if (!response) throw new Error('Not stored');
  return response;
}
