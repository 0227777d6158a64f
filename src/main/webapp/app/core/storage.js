/** Reads a value from the browser's storage. The fallback applies if there is none, or if storage is unavailable. */
export function readStored(key, fallback) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Stores a value. Without storage it lasts until the page is closed. */
export function writeStored(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // storage is full or disabled
  }
}
