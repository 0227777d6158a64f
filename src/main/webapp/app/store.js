/** Holds the one state of the page; every change replaces it and tells the listeners. */
export function createStore(initial) {
  let state = initial;
  const listeners = new Set();

  return {
    get state() { return state; },

    change(change) {
      const before = state;
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      for (const listener of listeners) listener(state, before);
    },

    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
