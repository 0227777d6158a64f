import { t } from './texts/text.js';

const PATIENCE = 10_000;
const REMEMBERED = 60;

/** A request that failed, with the detail of the server's problem document (RFC 9457) as its message. */
export class Problem extends Error {
  constructor({ status, title, detail }) {
    super(detail || title || t.badStatus(status));
    this.status = status;
  }
}

export const images = {
  list: parameters => read('images', { ...parameters, tz: timeZone() }),
  one: reference => read('image', { reference }),
};

/** What can be done and undone: acknowledgements and snoozes. A filter means days as the list does. */
export const changes = {
  make: (kind, body) => send('POST', kind, body.filter === undefined ? body : { ...body, tz: timeZone() }),
  undo: (kind, id) => send('DELETE', `${kind}/${id}`),
};

export const tags = {
  all: () => read('tags'),
  create: tag => send('POST', 'tags', tag),
  assign: (references, id = null) => send('PUT', 'tag-assignments', { images: references, tag_id: id }),
};

export const hosts = { all: () => read('hosts') };

export const insights = { read: days => read('insights', { tz: timeZone(), days }) };

/** When each Diun last sent its test notification. */
export const tests = { all: () => read('notifications/tests') };

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const answers = new Map();

/** What the server has at the address; the very same object as the last time if nothing changed. */
export async function read(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  const url = given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
  const response = await reach('GET', url);
  const etag = response.headers.get('ETag');
  const last = answers.get(url);
  if (etag && etag === last?.etag) return last.value;
  const value = await jsonOf(response);
  if (answers.size > REMEMBERED) answers.clear();
  answers.set(url, { etag, value });
  return value;
}

let last = Promise.resolve();

/** Does what changes something once all that was to be done before it is done, so that nothing overtakes it. */
export function inOrder(work) {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** What the server answers, if anything. */
export async function send(method, path, body) {
  const response = await reach(method, path, body);
  return response.status === 204 ? undefined : jsonOf(response);
}

async function reach(method, path, body) {
  const response = await fetch(`api/v1/${path}`, {
    method,
    cache: 'no-cache', // the browser asks "still the same?" and is mostly answered 304
    headers: body && { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => { throw new Problem({ status: 0, title: t.unreachable }); });
  if (!response.ok) throw new Problem(await problemOf(response));
  return response;
}

async function problemOf(response) {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  return { ...(isProblem && await jsonOf(response)), status: response.status };
}

const jsonOf = response => response.json().catch(() => { throw new Problem({ status: response.status, title: t.notJson }); });
