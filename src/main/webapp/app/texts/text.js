const LANGUAGES = ['en', 'de'];

/** The first language of the user's that the page speaks; the locale is theirs, for numbers and dates. */
const locales = navigator.languages.filter(each => LANGUAGES.includes(each.slice(0, 2)));
export const locale = locales[0] ?? 'en';
export const language = locale.slice(0, 2);

/** Every text of the page: a string, or a function of what it tells. */
export const { default: t } = await import(`./${language}.js`);

/** The texts of what is fetched later join the others. */
export const moreTexts = async (which = 'more') => Object.assign(t, (await import(`./${language}-${which}.js`)).default);
