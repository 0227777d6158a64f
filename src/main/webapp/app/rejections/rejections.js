import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { reasonText } from './news.js';
import { rejections } from '../core/api.js';
import { formatDateTime, relativeTime } from '../format/time.js';
import { t } from '../i18n/index.js';
import { icon } from '../ui/icon.js';

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

/** The rejected notifications with their bodies. */
export function rejectionList(view, actions) {
  const { rejections: list } = view;
  return list.length === 0 ? nothing : html`
    <section class="group rejections" aria-labelledby="rejections">
      <header>
        <h2 id="rejections">${t.rejections.title}</h2> <span class="count">${list.length}</span>
        <button class="quiet" data-needs="editor" @click=${() => actions.submitDialog(rejections.deleteAll, t.rejections.deletedAll)}>${t.rejections.deleteAll}</button>
      </header>
      <p class="nothing">${t.rejections.hint}</p>
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
          <button aria-label=${t.rejections.retryWhat(what)} @click=${() => actions.submitDialog(() => rejections.retry(id), t.rejections.retried)}>${t.rejections.retry}</button>` : nothing}
        <button aria-label=${t.rejections.deleteWhat(what)} @click=${() => actions.submitDialog(() => rejections.delete(id), t.rejections.deleted)}>${t.delete}</button>
      </div>
      <p class="response">${rejection.text}</p>
      ${size === null ? nothing : html`
        <details @toggle=${({ target }) => target.open && actions.loadRejectedBody(id)}>
          <summary>${t.rejections.body(size)}</summary>
          <pre tabindex="0">${rejectedBodies[id] ?? t.loading}</pre>
        </details>`}
    </li>`;
}
