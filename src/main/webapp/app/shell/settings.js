const KEY = 'diun-dashboard';

const DEFAULTS = { theme: 'auto', shortcuts: true };

/** What this browser remembers of the user's choices; a browser that keeps nothing has the defaults. */
export function readSettings() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return DEFAULTS;
  }
}

export function writeSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // the choice holds until the page is closed
  }
}
