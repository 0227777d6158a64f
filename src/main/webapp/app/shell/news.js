import { t } from '../i18n/index.js';

/* global VERSION -- the build replaces it, see src/build/BundlePage.java */

/** True until the user has seen what is new in this version. To a new user nothing is. */
export const hasNews = ({ settings: { news } }) => Boolean(news) && news !== VERSION;

/** The name of a button that has a dot while something is new. */
export const withNews = (name, view) => hasNews(view) ? `${name} (${t.news})` : name;

/** Remembers the version of which the user has seen what is new. The first one is for this browser only: the user may have seen another one elsewhere. */
export function followNews(store, { setPreference }) {
  if (!store.state.settings.news) setPreference({ news: VERSION }, false);
  store.subscribe(state => hasNews(state) && state.view === 'settings' && state.data.settings?.section === 'about' && setPreference({ news: VERSION }));
}
