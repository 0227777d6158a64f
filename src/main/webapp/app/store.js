/** Holds the one state of the page; every change replaces it and tells the listeners. */
export function createStore(initial) {
  let state = initial;
  let isTogether = false;
  const listeners = new Set();

  function tell(before) {
    if (isTogether || state === before) return;
    for (const listener of listeners) listener(state, before);
  }

  return {
    get state() { return state; },

    change(change) {
      const before = state;
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      tell(before);
    },

    /** Several changes, of which the listeners are told as of one. */
    together(work) {
      const before = state;
      isTogether = true;
      try {
        work();
      } finally {
        isTogether = false;
        tell(before);
      }
    },

    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
