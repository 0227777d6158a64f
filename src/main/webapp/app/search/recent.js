import { readStored, writeStored } from '../core/storage.js';

const MOST = 5;

/** The last texts of a kind in this browser, the latest first. */
const recent = key => ({
  all: () => readStored(key, []),

  remember(given) {
    const text = given.trim();
    if (text) writeStored(key, [text, ...readStored(key, []).filter(each => each !== text)].slice(0, MOST));
  },
});

export const searches = recent('diun-dashboard-searches');

/** The ids of the last commands, see shell/commands.js. */
export const usedCommands = recent('diun-dashboard-commands');
