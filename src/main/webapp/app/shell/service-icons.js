/** The style sheet with the icons of services, named by index.html: the build adds a hash to its name. */
const address = document.querySelector('meta[name=service-icons]')?.content;

let sheet;

/** Loads the icons when they are first enabled. The page does not wait for them. */
export function showServiceIcons(isEnabled) {
  if (!sheet && isEnabled) {
    sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    document.head.append(sheet);
  }
  if (sheet) sheet.disabled = !isEnabled;
}
