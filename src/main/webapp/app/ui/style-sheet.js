const links = {};

/** Adds a style sheet that index.html names in a meta element: the build adds a hash to its file name. */
export function addStyle(name) {
  const { content } = document.querySelector(`meta[name=${name}]`);
  if (!links[name]) document.head.append(links[name] = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: content }));
  return links[name];
}

/** Resolves when the style sheet is loaded. */
export function loadStyle(name) {
  const link = addStyle(name);
  return link.sheet ?? new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
}
