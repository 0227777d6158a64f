import { html } from 'lit-html';
import { t } from '../i18n/index.js';

/**
 * Copies a text. Browsers deny pages without TLS the clipboard; there the element that contains the text is selected, for the
 * user to copy. Resolves to false if neither was possible.
 */
export async function copyText({ success }, text, element) {
  try {
    await navigator.clipboard.writeText(text);
    success(t.toast.copied);
  } catch {
    if (!element) return false;
    getSelection().selectAllChildren(element);
    success(t.toast.selected);
  }
  return true;
}

export const clipboardActions = ({ toasts }) => ({ copy: element => copyText(toasts, element.textContent, element) });

export const dialogs = {
  /** Shows a text to copy by hand, where the browser denies the clipboard. */
  copy: ({ dialog: { text } }) => ({
    title: t.copyPulls,
    content: html`
      <p class="hint">${t.toast.selected}</p>
      <pre tabindex="0" autofocus @focus=${({ target }) => getSelection().selectAllChildren(target)}>${text}</pre>`,
  }),
};
