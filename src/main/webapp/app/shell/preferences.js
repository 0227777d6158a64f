import { enqueue, send } from '../core/api.js';
import { readStored, writeStored } from '../core/storage.js';
import { COLUMN_CHOICES } from '../inbox/columns.js';
import { GROUPINGS } from '../inbox/groups.js';
import { ORDERS } from '../inbox/list.js';

const KEY = 'diun-dashboard';

const DEFAULTS = { theme: 'auto', language: 'auto', density: 'comfortable', days: 90, shortcuts: true, serviceIcons: true, collapsed: [], order: ORDERS[0], group: GROUPINGS[0], columns: COLUMN_CHOICES[0] };

/** Preferences that follow a signed-in user to other browsers, by their name in the API. */
const SHARED = { theme: 'theme', language: 'language', density: 'density', order: 'order', group: 'group', columns: 'columns', shortcuts: 'shortcuts', service_icons: 'serviceIcons', news: 'news' };

/** Reads the user's preferences from the browser's storage. */
export const readSettings = () => ({ ...DEFAULTS, ...readStored(KEY) });

const keep = change => writeStored(KEY, { ...readStored(KEY), ...change });

/** Follows the preferences when another tab of this browser changes them. */
export const followSettings = ({ change }) => addEventListener('storage', ({ key }) => key === KEY && change({ settings: readSettings() }));

/** Sends the preferences to the server. What is not sent, such as before the page loads again in another language, is sent when it opens. */
async function share(settings) {
  const preferences = Object.fromEntries(Object.entries(SHARED).map(([name, key]) => [name, settings[key]]));
  await enqueue(() => send('PUT', 'preferences', preferences)).then(() => keep({ isUnsent: false }), () => undefined);
}

/** Takes over the preferences of the user from the server, once it has answered. Those of the browser are the copy that the page opens with. */
export function followUser({ state: { settings: before }, subscribe, change }) {
  let isDone = false;
  subscribe(({ session, preferences, settings, order, group, columns }) => {
    if (isDone || !session?.name || !preferences) return;
    isDone = true;
    if (readStored(KEY)?.isUnsent) return share(settings);
    const known = Object.fromEntries(Object.entries(SHARED).filter(([name]) => name in preferences).map(([name, key]) => [key, preferences[name]]));
    keep(known);
    if (known.language !== readSettings().language) delete known.language; // without storage, the page would load again and again
    const opened = { order, group, columns };
    const taken = Object.keys(opened).filter(key => key in known && opened[key] === before[key]); // the URL may say otherwise
    change({ settings: { ...settings, ...known }, ...Object.fromEntries(taken.map(key => [key, known[key]])) });
  });
}

export const preferenceActions = ({ store }) => ({
  setPreference(change, isShared = Object.values(SHARED).some(key => key in change)) {
    store.change(({ settings }) => ({ settings: { ...settings, ...change } }));
    keep({ ...change, ...isShared && { isUnsent: true } });
    if (isShared && store.state.session?.name) share(store.state.settings);
  },
});
