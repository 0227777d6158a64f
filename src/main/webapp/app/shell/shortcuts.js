const PATIENCE = 1_500;

/** Runs the action bound to a key, or to two after another, unless the user is typing, in a dialog, or holds a modifier. */
export function bindShortcuts(bindings, isOn) {
  let prefix = '';
  let timer;

  document.addEventListener('keydown', event => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, dialog, [popover]')) return;
    if (event.key === 'Enter' && !event.target.matches('.update')) return;
    const keys = prefix + event.key;
    prefix = '';
    clearTimeout(timer);
    if (Object.keys(bindings).some(each => each.startsWith(`${keys} `))) {
      prefix = `${keys} `;
      timer = setTimeout(() => { prefix = ''; }, PATIENCE);
      return;
    }
    const action = Object.hasOwn(bindings, keys) && bindings[keys];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
