import { t } from '../texts/text.js';

/** Browsers keep the clipboard from pages without TLS; there the text is shown selected, for the user to copy. */
export async function copyText({ success }, text, element) {
  try {
    await navigator.clipboard.writeText(text);
    success(t.toast.copied);
  } catch {
    element ??= document.querySelector('#copied');
    if (element.id === 'copied') element.textContent = text;
    getSelection().selectAllChildren(element);
    success(t.toast.selected);
  }
}
