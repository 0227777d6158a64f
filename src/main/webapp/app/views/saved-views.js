import { t } from '../i18n/index.js';

/** The views that everybody has, without an order and a grouping of their own, and those that the user has saved. */
export const allViews = ({ tags, savedViews }) => [
  { name: t.majorViews, query: 'kind:major' },
  { name: t.overAMonth, query: 'older:30d' },
  ...tags.filter(({ name }) => /^production$/i.test(name)).map(({ name }) => ({ name, query: `tag:${name}` })),
  ...savedViews,
];

/** True if the page shows the view. */
export const isShown = (saved, { view, query, order, group }) => view === 'pending' && saved.query === query.trim()
  && (saved.order ?? order) === order && (saved.group ?? group) === group;

/** The saved view that the page shows; undefined if there is none. */
export const savedAs = state => state.savedViews.find(saved => isShown(saved, state));

export const savedViewActions = ({ store }, { showView }) => ({
  openSavedView: ({ query, order, group }) => store.batch(() => {
    showView('pending', query);
    store.change(order ? { order, group } : {});
  }),
});
