import { readStored, writeStored } from '../core/storage.js';
import { COLUMN_CHOICES } from '../inbox/columns.js';
import { GROUPINGS } from '../inbox/groups.js';
import { ORDERS } from '../inbox/list.js';

const KEY = 'diun-dashboard';

const DEFAULTS = { theme: 'auto', language: 'auto', density: 'comfortable', days: 90, shortcuts: true, serviceIcons: true, collapsed: [], order: ORDERS[0], group: GROUPINGS[0], columns: COLUMN_CHOICES[0] };

/** Reads the user's preferences from the browser's storage. */
export const readSettings = () => ({ ...DEFAULTS, ...readStored(KEY) });

/** Follows the preferences when another tab of this browser changes them. */
export const followSettings = store => addEventListener('storage', ({ key }) => key === KEY && store.change({ settings: readSettings() }));

export const preferenceActions = ({ store }) => ({
  setPreference(change) {
    store.change(({ settings }) => ({ settings: { ...settings, ...change } }));
    writeStored(KEY, { ...readStored(KEY), ...change });
  },
});
