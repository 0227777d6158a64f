/** Runs the action bound to a key, unless the user is typing, in a dialog, or holds a modifier. */
export function bindShortcuts(bindings, isOn) {
  document.addEventListener('keydown', event => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, dialog')) return;
    const action = bindings[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** What the help tells; the keys themselves are bound in main.js. */
export const SHORTCUTS = [
  [['j', 'k'], 'next and previous update, as the arrows'],
  [['x'], 'select the update'],
  [['a'], 'select all of its group'],
  [['e'], 'done with it, or with the selected'],
  [['t'], 'tag it, or the selected'],
  [['/'], 'search'],
  [['Esc'], 'clear the selection, then the search'],
  [['?'], 'this help'],
];
