import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { rejections } from '../core/api.js';
import { DAY, formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { icon } from '../ui/icon.js';

/** Older rejections are not news. The hosts view still lists them. */
const NEWS_DAYS = 30;

export function rejectionActions({ store, toasts }) {
  return {
    /** Loads the body of a rejected notification. */
    async loadRejectedBody(id) {
      try {
        const body = await rejections.body(id);
        store.change(({ rejectedBodies }) => ({ rejectedBodies: { ...rejectedBodies, [id]: body } }));
      } catch ({ message }) {
        toasts.error(message);
      }
    },
  };
}

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

const reasonText = reason => t.rejection.reasons[reason] ?? reason;

/** The rejected notifications with their bodies. */
export function rejectionList(view, actions) {
  const { rejections: list } = view;
  return list.length === 0 ? nothing : html`
    <section class="group rejections" aria-labelledby="rejections">
      <header>
        <h2 id="rejections">${t.rejection.title}</h2> <span class="count">${list.length}</span>
        <button class="quiet" data-needs="editor" @click=${() => actions.submitDialog(rejections.deleteAll, t.rejection.deletedAll)}>${t.rejection.deleteAll}</button>
      </header>
      <p class="nothing">${t.rejection.hint}</p>
      <ul>${repeat(list, ({ id }) => id, each => row(each, view, actions))}</ul>
    </section>`;
}

function row(rejection, { rejectedBodies, now }, actions) {
  const { id, at, count, address, reason, body_size: size, retryable } = rejection;
  const what = [address, reasonText(reason)].join(', ');
  return html`
    <li class="past">
      <p><b>${address}</b> <span>${reasonText(reason)}${count > 1 ? ` ×${count}` : nothing}</span></p>
      <time class="age" datetime=${at} title=${formatDateTime(at)}>${relativeTime(at, now)}</time>
      <div class="answers" data-needs="editor">
        ${retryable ? html`
          <button aria-label=${t.rejection.retryWhat(what)} @click=${() => actions.submitDialog(() => rejections.retry(id), t.rejection.retried)}>${t.rejection.retry}</button>` : nothing}
        <button aria-label=${t.rejection.deleteWhat(what)} @click=${() => actions.submitDialog(() => rejections.delete(id), t.rejection.deleted)}>${t.delete}</button>
      </div>
      <p class="response">${rejection.text}</p>
      ${size === null ? nothing : html`
        <details @toggle=${({ target }) => target.open && actions.loadRejectedBody(id)}>
          <summary>${t.rejection.body(size)}</summary>
          <pre tabindex="0">${rejectedBodies[id] ?? t.loading}</pre>
        </details>`}
    </li>`;
}
