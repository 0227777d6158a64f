const PREFIX_MS = 1_500;

/**
 * Runs the action bound to a key, or to a sequence of two keys such as `g p`. Ignores keys with a modifier, in dialogs and in
 * text fields.
 */
export function bindShortcuts(bindings, isEnabled) {
  let prefix = '';
  let timer;

  document.addEventListener('keydown', event => {
    if (!isEnabled() || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, dialog, [popover]')) return;
    if (event.key === ' ' && !event.target.matches('.update > .name')) return;
    const keys = prefix + latinKey(event);
    prefix = '';
    clearTimeout(timer);
    if (Object.keys(bindings).some(each => each.startsWith(`${keys} `))) {
      prefix = `${keys} `;
      timer = setTimeout(() => { prefix = ''; }, PREFIX_MS);
      return;
    }
    const action = Object.hasOwn(bindings, keys) && bindings[keys];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** The key, or on a layout with other letters the one that has its place on a keyboard with Latin letters. */
function latinKey({ key, code, shiftKey }) {
  const letter = /^Key(\w)$/.exec(code)?.[1];
  if (!letter || !/^\p{L}$/u.test(key) || /\p{Script=Latin}/u.test(key)) return key;
  return shiftKey ? letter : letter.toLowerCase();
}
