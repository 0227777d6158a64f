const MAX_COUNT = 99;

const link = () => document.querySelector('link[rel=icon]');
const original = link()?.href;

let shown = 0;

/** Shows the number of pending updates in the page's icon, as narrow tabs have no title, and on the icon of the installed page. */
export function updateFavicon(count) {
  if (count === shown) return;
  shown = count;
  navigator.setAppBadge?.(count).catch(() => undefined); // only installed pages have a badge
  const text = count > MAX_COUNT ? `${MAX_COUNT}+` : count;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f6feb"/><text x="16" y="23" font-family="system-ui, sans-serif" font-size="${count > MAX_COUNT ? 15 : 20}" font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;
  link().href = count > 0 ? `data:image/svg+xml,${encodeURIComponent(picture)}` : original;
}
