import { readStored, writeStored } from './storage.js';

const KEY = 'diun-dashboard-signed-in';

/** True if the last request of this browser was that of a user: only then the browser's copies of answers may be shown. */
export const isSignedIn = () => readStored(KEY, false);

export const setSignedIn = value => value !== isSignedIn() && writeStored(KEY, value);
