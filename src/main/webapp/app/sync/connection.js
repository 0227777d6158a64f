import { ApiError } from '../core/api.js';
import { setSignedIn } from '../core/signed-in.js';

const FAILURES_UNTIL_OFFLINE = 3;

/** Returns the changes of the state after a failed request. */
export function onError(state, error) {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 401) setSignedIn(false);
  if (error.status === 401) return { failures: FAILURES_UNTIL_OFFLINE, connection: 'offline', isSignedOut: true };
  const failures = state.failures + 1;
  const isOffline = failures >= FAILURES_UNTIL_OFFLINE || !state.lastResponseAt || !navigator.onLine;
  return { failures, connection: isOffline ? 'offline' : 'reconnecting' };
}

/** Returns the changes of the state after a successful response. */
export const onResponse = ({ connection, liveSince }) => ({
  isSignedOut: false, failures: 0, connection: 'live', liveSince: connection === 'live' ? liveSince : Date.now(), lastResponseAt: Date.now(), now: Date.now(),
});
