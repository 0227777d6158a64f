import { afterPaint } from './after-paint.js';
import { timeZoneOf, timeZones } from './time-zone.js';
import { problemText, t } from '../i18n/index.js';

const TIMEOUT_MS = 10_000;
const IMPORT_TIMEOUT_MS = 180_000;
const CACHE_SIZE = 60;

/** A failed request. The message is the sentence of the server's problem. */
export class ApiError extends Error {
  constructor(message, { status, code, params }) {
    super(message);
    this.status = status;
    this.code = code;
    this.params = params;
  }

  /** True if it is unknown whether the server has carried out the request: no response of the server arrived, or it is still at it. */
  get isUnanswered() {
    return this.status < 300 || this.status === 502 || this.status === 504 || this.code === 'idempotency-key-in-use';
  }
}

/** All that the page shows: the first page of a list, its counts, the hosts and so on. */
export const inbox = {
  async start(parameters) {
    const answer = await get('inbox', { ...parameters, ...timeZoneOf(parameters.q) });
    return { ...answer, rejections: await Promise.all(answer.rejections.map(async each => ({ ...each, text: await problemText(each) }))) };
  },
};

export const images = {
  list: parameters => get('images', { ...parameters, ...timeZoneOf(parameters.q) }),
  one: reference => get('image', { reference }),
};

/** Past actions of all users, the last one first, and what one changed. */
export const pastActions = {
  list: parameters => get('actions', { ...parameters, ...timeZoneOf(parameters.q) }),
  occurrences: id => get(`actions/${id}/occurrences`, { limit: 500 }),
};

/** Past actions; the kind is `acknowledgements`, `snoozes` and so on. */
export const changes = { undo: (kind, id) => send('DELETE', `${kind}/${id}`) };

export const tags = {
  create: tag => send('POST', 'tags', tag),
  assign: (references, id = null) => send('PUT', 'tag-assignments', { images: references, tag_id: id }),
};

export const hosts = { all: () => get('hosts') };

/** Names of hosts that scripts ask for and that never reported. */
export const unknownHosts = {
  all: () => get('hosts/unknown'),
  dismiss: name => send('DELETE', 'hosts/unknown', { name }),
};

/** What Diun has stored, as a file. */
export const imports = {
  preview: (host, file) => send('POST', `imports?${new URLSearchParams({ host, dry_run: 'true' })}`, file),
  perform: (host, file) => send('POST', `imports?${new URLSearchParams({ host })}`, file),
};

export const insights = {
  ofDays: days => get('insights', { tz: timeZones(), days }),
  file: (table, days) => `api/v1/insights/${table}.csv?${new URLSearchParams({ tz: timeZones(), days })}`,
};

/** The notifications that the webhook rejected, the last one first. Their bodies are loaded individually, because they can be large. */
export const rejections = {
  body: id => get(`rejections/${id}`).then(({ body }) => body),
  retry: id => send('POST', `rejections/${id}/retry`),
  delete: id => send('DELETE', `rejections/${id}`),
  deleteAll: () => send('DELETE', 'rejections'),
};

/** The last test notification of each Diun. */
export const testNotifications = { all: () => get('notifications/tests') };

const etagCache = new Map();

/** Returns the JSON at the path: the same object as the last time if the server's ETag is unchanged. */
export async function get(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value).flatMap(([name, value]) => [value].flat().map(each => [name, each]));
  const url = given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
  const response = await request('GET', url);
  const etag = response.headers.get('ETag');
  const cached = etagCache.get(url);
  if (etag && etag === cached?.etag) return cached.value;
  const value = await jsonOf(response);
  if (etagCache.size > CACHE_SIZE) etagCache.clear();
  etagCache.set(url, { etag, value });
  return value;
}

let lastWork = Promise.resolve();

/** Runs work after all work that was enqueued before, so that requests reach the server in the order of the actions. What a key changes is painted first. */
export function enqueue(work) {
  const done = Promise.all([lastWork, afterPaint()]).then(work);
  lastWork = done.catch(() => undefined);
  return done;
}

const unanswered = new Map();

/**
 * Sends a JSON body, or a file that contains JSON, and returns the JSON of the response, or undefined if it has none. A request
 * that is repeated because no answer arrived has the same key, so that the server performs it once. Imports can be repeated anyway.
 *
 * @param {string} [repeated] the key of the request that is repeated
 * @param {number} [timeout] in milliseconds
 */
export async function send(method, path, body, repeated, timeout = body instanceof Blob ? IMPORT_TIMEOUT_MS : TIMEOUT_MS) {
  const id = `${method} ${path} ${JSON.stringify(body)}`;
  const key = body instanceof Blob ? undefined : repeated ?? unanswered.get(id) ?? randomKey();
  unanswered.delete(id);
  try {
    const response = await request(method, path, body, key, timeout);
    return response.status === 204 ? undefined : await jsonOf(response);
  } catch (error) {
    if (key && error.isUnanswered) unanswered.set(id, key);
    throw error;
  }
}

/** Unlike `randomUUID`, `getRandomValues` exists over plain HTTP. */
export const randomKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

let usesCopies = false;

/** Runs work with the browser's copies of the last answers, and resolves to its result and the time of the oldest copy in milliseconds. */
export async function withLastAnswers(work) {
  usesCopies = true;
  oldestCopy = Date.now();
  try {
    return { result: await work(), at: oldestCopy };
  } finally {
    usesCopies = false;
  }
}

let oldestCopy;

async function request(method, path, body, key, timeout = TIMEOUT_MS) {
  const response = await fetch(`api/v1/${path}`, {
    method,
    cache: usesCopies ? 'force-cache' : 'no-cache', // no-cache revalidates the browser's copy, mostly with a 304
    headers: { ...body && { 'Content-Type': 'application/json' }, ...key && { 'Idempotency-Key': key } },
    body: body && !(body instanceof Blob) ? JSON.stringify(body) : body,
    signal: AbortSignal.timeout(timeout),
  }).catch(() => { throw new ApiError(t.unreachable, { status: 0 }); });
  if (usesCopies) oldestCopy = Math.min(oldestCopy, Date.parse(response.headers.get('Date')));
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function errorOf(response) {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  const problem = { ...(isProblem && await jsonOf(response)), status: response.status };
  return new ApiError(await problemText(problem), problem);
}

const jsonOf = response => response.json().catch(() => { throw new ApiError(t.notJson, response); });
