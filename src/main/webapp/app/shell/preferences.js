const KEY = 'diun-dashboard';

const DEFAULTS = { theme: 'auto', density: 'comfortable', shortcuts: true, serviceIcons: true, collapsed: [] };

/** Reads the user's preferences from the browser's storage. The defaults apply if storage is unavailable. */
export function readSettings() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return DEFAULTS;
  }
}

function writeSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // the preference lasts until the page is closed
  }
}

export const preferenceActions = ({ store }) => ({
  setPreference(change) {
    store.change(({ settings }) => ({ settings: { ...settings, ...change } }));
    writeSettings(store.state.settings);
  },
});
