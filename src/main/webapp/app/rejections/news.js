import { DAY } from '../format/time.js';
import { t } from '../i18n/index.js';

/** Older rejections are not news. The hosts view still lists them. */
const NEWS_DAYS = 30;

/**
 * A sentence about the notifications that were rejected last, from one address for one reason; undefined if there are none.
 *
 * @param {object[]} list the rejected notifications, the last one first
 */
export function rejectionNews(list, now) {
  const news = list.filter(({ at }) => now - Date.parse(at) < NEWS_DAYS * DAY);
  if (news.length === 0) return undefined;
  const [{ address, reason }] = news;
  const sum = items => items.reduce((total, { count }) => total + count, 0);
  const count = sum(news.filter(each => each.address === address && each.reason === reason));
  const others = sum(news) - count;
  return [t.rejection.news(count, address, reasonText(reason)), others > 0 && t.rejection.others(others)].filter(Boolean).join(' ');
}

export const reasonText = reason => t.rejection.reasons[reason] ?? reason;
