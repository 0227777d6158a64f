const MOST = 99;

let shown = 0;

/** The number of what waits on the page's icon, where a tab is too narrow for its title. */
export function showCount(count) {
  if (count === shown) return;
  shown = count;
  const text = count > MOST ? `${MOST}+` : count;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1a56c4"/><text x="16" y="23" font-family="system-ui, sans-serif" font-size="${count > MOST ? 15 : 20}" font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;
  document.querySelector('link[rel=icon]').href = count > 0 ? `data:image/svg+xml,${encodeURIComponent(picture)}` : 'favicon.svg';
}
