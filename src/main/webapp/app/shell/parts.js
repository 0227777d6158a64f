import { Problem } from '../api.js';
import { t } from '../texts/text.js';

/** What is fetched only once it is needed. */
const PARTS = {
  done: () => import('../done/done.js'),
  insights: () => import('../insights/insights.js'),
  hosts: () => import('../hosts/hosts.js'),
  detail: () => import('../updates/detail.js'),
  manage: () => import('../tags/manage.js'),
  help: () => import('./help.js'),
};

export const createParts = store => ({
  async load(name) {
    const part = store.state.parts[name]
      ?? await PARTS[name]().catch(() => { throw new Problem({ status: 0, title: t.unreachable }); });
    if (!store.state.parts[name]) store.change(({ parts }) => ({ parts: { ...parts, [name]: part } }));
    return part;
  },
});
