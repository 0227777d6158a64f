import { t } from '../i18n/index.js';

/** Copies a text. Browsers deny pages without TLS the clipboard; there the old command copies a selection. */
export async function copyText(toasts, text) {
  const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copySelection(text);
  if (isCopied) toasts.success(t.toast.copied);
  else toasts.error(t.toast.notCopied);
}

/** The text must be in the open dialog: everything else is inert. */
function copySelection(text) {
  const { activeElement } = document;
  const area = Object.assign(document.createElement('textarea'), { value: text, className: 'visually-hidden' });
  (document.querySelector('dialog') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  activeElement.focus({ preventScroll: true });
  return isCopied;
}

export const clipboardActions = ({ toasts }) => ({ copy: element => copyText(toasts, element.textContent) });
