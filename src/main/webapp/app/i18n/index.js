const TEXTS = { en: () => import('./en.js'), de: () => import('./de.js') };

/** The language in the preferences of this browser, see shell/preferences.js; undefined if it is that of the browser. */
function chosenLanguage() {
  try {
    const { language } = JSON.parse(localStorage.getItem('diun-dashboard'));
    return Object.hasOwn(TEXTS, language) ? language : undefined;
  } catch {
    return undefined;
  }
}

const chosen = chosenLanguage();

/** The first of the user's languages that the page is translated to, with its region: it formats numbers and dates. */
export const locale = navigator.languages.find(each => chosen ? each.startsWith(chosen) : Object.hasOwn(TEXTS, each.slice(0, 2))) ?? chosen ?? 'en';

export const language = locale.slice(0, 2);

/** The texts of the page: strings, and functions of the values in them. */
export const { default: t } = await TEXTS[language]();

const PARTS = { en: () => import('./en-parts.js'), de: () => import('./de-parts.js') };

/** The texts of parts.js, which become part of `t`. They have other names than those of the first load. */
export const textsOfParts = async () => (await PARTS[language]()).default;

/** The sentences of problems are needed rarely, so that they load with the first one. */
const PROBLEMS = { en: () => import('./problems-en.js'), de: () => import('./problems-de.js') };

/** The sentence of a problem (RFC 9457) in the user's language. The server's English one if the page does not know the code. */
export async function problemText({ code = '', params = {}, detail, title, status }) {
  const { default: problems } = await PROBLEMS[language]().catch(() => ({ default: {} }));
  const text = Object.hasOwn(problems, code) ? problems[code] : detail || title || t.badStatus(status);
  return typeof text === 'function' ? text({ ...params, role: t.roles[params.role] }) : text;
}
