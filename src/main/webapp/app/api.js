const PATIENCE = 10_000;

/** A request that failed, with the detail of the server's problem document (RFC 9457) as its message. */
export class Problem extends Error {
  constructor({ status, title, detail }) {
    super(detail || title || `The server answered with status ${status}.`);
    this.status = status;
  }
}

export const updates = {
  all: () => read('api/updates'),
  acknowledge: image => send('PATCH', `api/updates/${pathOf(image)}`),
};

export const tags = {
  all: () => read('api/tags'),
  create: async name => (await send('POST', 'api/tags', { name })).json(),
  remove: tag => send('DELETE', `api/tags/${tag.id}`),
  assign: (image, tag) => send('PUT', 'api/tag-assignments', { image, tag_id: tag.id }),
  unassign: image => send('DELETE', 'api/tag-assignments', { image }),
};

/** When each Diun last sent its test notification. */
export const tests = { all: () => read('api/v1/notifications/tests') };

const answers = new Map();

/** What the server has at the address; the very same object as the last time if nothing changed. */
async function read(url) {
  const response = await send('GET', url);
  const etag = response.headers.get('ETag');
  const last = answers.get(url);
  if (etag && etag === last?.etag) return last.value;
  const value = await jsonOf(response);
  answers.set(url, { etag, value });
  return value;
}

async function send(method, url, body) {
  const response = await reach(url, {
    method,
    cache: 'no-cache', // the browser asks "still the same?" and is mostly answered 304
    headers: body && { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Problem(await problemOf(response));
  return response;
}

async function reach(url, options) {
  try {
    return await fetch(url, options);
  } catch {
    throw new Problem({ status: 0, title: 'The server cannot be reached.' });
  }
}

async function problemOf(response) {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  return { status: response.status, ...(isProblem && await jsonOf(response)) };
}

async function jsonOf(response) {
  try {
    return await response.json();
  } catch {
    throw new Problem({ status: response.status, title: 'The server sent something that is not JSON.' });
  }
}

/** Slashes stay, as some proxies refuse %2F; but the browser would resolve dot segments, so it must not see them. */
function pathOf(image) {
  const hasDots = /(^|\/)\.\.?(\/|$)/.test(image);
  return hasDots ? encodeURIComponent(image) : image.split('/').map(encodeURIComponent).join('/');
}
