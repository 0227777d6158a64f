/** Reads a value from the browser's storage, or that of the tab (`sessionStorage`). The fallback applies if there is none, or if storage is unavailable. */
export function readStored(key, fallback, area = 'localStorage') {
  try {
    return JSON.parse(globalThis[area].getItem(key)) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Stores a value. Without storage it lasts until the page is closed. */
export function writeStored(key, value, area = 'localStorage') {
  try {
    globalThis[area].setItem(key, JSON.stringify(value));
  } catch {
    // storage is full or disabled
  }
}
