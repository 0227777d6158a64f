import { html } from 'lit-html';
import { t } from '../texts/text.js';
import { pullOf } from '../updates/image.js';
import { itemsOf } from '../updates/list.js';

export const copy = (notify, element) => copyText(notify, element.textContent, element);

export async function copyPulls({ store, notify, parts }, rows) {
  try {
    const text = (await itemsOf(store.state, rows)).map(({ image }) => pullOf(image)).join('\n');
    if (!await copyText(notify, text)) parts.openDialog('copying', { text });
  } catch ({ message }) {
    notify.problem(message);
  }
}

/** Where there is no clipboard, what is to be copied by hand. */
export const copying = ({ dialog: { text } }) => ({
  title: t.copyPulls,
  content: html`
    <p class="hint">${t.told.selected}</p>
    <pre tabindex="0" autofocus @focus=${({ target }) => getSelection().selectAllChildren(target)}>${text}</pre>`,
});

/**
 * Browsers keep the clipboard from pages without TLS; there the text is shown selected, for the user to copy. Resolves
 * to whether either was possible.
 */
async function copyText({ success }, text, element) {
  try {
    await navigator.clipboard.writeText(text);
    success(t.told.copied);
  } catch {
    if (!element) return false;
    getSelection().selectAllChildren(element);
    success(t.told.selected);
  }
  return true;
}
