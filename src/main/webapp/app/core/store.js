/**
 * The state of the page. Members that are absent until they are loaded or chosen are undefined.
 *
 * @typedef {object} State
 * @property {'pending'|'done'|'insights'|'hosts'|'settings'} view the open view
 * @property {string} query the search, in the syntax of the API's parameter `q`
 * @property {string} order sort order of the inbox, see `ORDERS` in inbox/list.js
 * @property {string} group grouping of the inbox, see `GROUPINGS` in inbox/groups.js
 * @property {string} columns the columns of the inbox that are shown, see `COLUMN_CHOICES` in inbox/columns.js
 * @property {string} tab the part of Done that is shown, see `TABS` in done/tabs.js
 * @property {string} section the section of the settings that is shown, see settings/sections.js
 *
 * @property {object} [list] the loaded part of the inbox, see inbox/list.js
 * @property {Set<string>} reverted keys of the occurrences whose last change the server rejected, until their row is touched
 * @property {Map<string, object>} lastEvents the last event of the server for each image
 * @property {{list: object, saved: object[], count: number}} [deferred] a newer list that is not shown yet, so that rows
 *   do not move under the pointer, and the number of new updates in it; see inbox/deferred.js
 * @property {boolean} [isLoading] true while the next page of the list is requested
 * @property {object[]} edits changes that the list does not contain yet, see inbox/pending-edits.js
 * @property {Set<string>} arrived references of the images that the last list added
 * @property {string} [searchError] why the server rejected the search; the list is then that of the last accepted search
 * @property {{key: string, value: string}} [refused] the term of the search that the server rejected
 * @property {number} [pending] number of all pending updates
 * @property {Object<string, number>} [counts] numbers of images with an occurrence in a state, by its name in searches
 * @property {object[]} tags all tags in their order
 * @property {object[]} [hosts] all hosts with their state and counts
 * @property {{days?: {day: string, came: number, waits: number}[], loadedUntil: number}} summary the bars above the inbox, and the time in
 *   milliseconds until which they count as current
 * @property {object[]} savedViews the views that the user has saved
 * @property {{text: string, at: number}} [suggesting] the text that the search field suggests something for, and the active suggestion
 * @property {Object<string, {key: ?string, name: ?string, count: number}[]>} [facets] the number of pending updates by stack, workload or registry, once the search field has needed it
 * @property {boolean} isEntering true if the focus moves to the results of a search as soon as they are loaded
 * @property {Object<string, object>} data the data of each other view, by its name
 * @property {Object<string, object>} changed the occurrences that past actions changed, by the action's id, once loaded
 * @property {{host: string, at: number}} [run] the run that is chosen in the strip of a host
 * @property {Object<string, string[]>} [commands] the templates of commands in the server's settings, by provider
 * @property {object} [preferences] the preferences of the signed-in user on the server, as the API returns them
 * @property {object[]} rejections the notifications that the webhook rejected, without their bodies, the last one first
 * @property {Object<string, string>} rejectedBodies the bodies that have been loaded, by the rejection's id
 * @property {object[]} [testNotifications] before the first update: the test notification of each Diun
 * @property {{secrets: string[], url: ?string}} [setup] before the first update, for admins: the variables with webhook secrets, and the address of the server
 * @property {string} [endpoint] the address of the webhook that was typed for Diun
 * @property {string} [format] the kind of settings that is shown for Diun, see welcome/welcome.js
 *
 * @property {'connecting'|'live'|'reconnecting'|'offline'} connection
 * @property {boolean} [isStreaming] true while the server sends events, false if it cannot: then the page polls
 * @property {boolean} [isHidden] true while the page is not visible: then only `pending` and `counts` are loaded, once a minute
 * @property {number} failures number of failed requests since the last response
 * @property {number} [lastResponseAt] time of the last response in milliseconds
 * @property {number} [liveSince] time of the first response since the last interruption in milliseconds
 * @property {number} now current time in milliseconds; changes once a minute
 *
 * @property {Set<string>} selected ids of the selected rows
 * @property {boolean} isMatching true if the selection includes all results, also those that are not loaded
 * @property {Set<string>} whole ids of the groups of which the selection includes the updates that are not loaded
 * @property {string} [anchor] id of the row where a range selection starts
 * @property {string} [cursor] id of the row that shortcuts act on
 * @property {string} [menuRow] id of the row whose menu was opened last
 * @property {{image: string, id?: string, filter?: string}} [open] the image whose details are shown, its row if they were opened from one, and the filter of its places
 * @property {number} reach the rows in the document before and after the centre, see inbox/row-window.js
 * @property {string} [centre] id of the row in their middle, if that is not the cursor
 * @property {Set<string>} unfolded the rows that show their older tags
 * @property {object} [details] history and last notification of that image, or `{ error }`
 * @property {Object<string, {text: string, isSaved?: boolean, error?: string, isRejected?: boolean}>} notes the notes that were typed, by image;
 *   those with an error are sent again, unless the server rejected them
 * @property {object[]} [dragging] the rows that are dragged
 *
 * @property {{auth: string, name: ?string, role: string}} [session] the user, as the API returns it
 * @property {boolean} isSignedOut true once the session has expired
 * @property {boolean} [isSigningIn] true once the page is left to sign in
 * @property {object[]} unsent the requests of changes that the server has not confirmed, see core/outbox.js
 * @property {{kind: string, error?: string}} [dialog] the open dialog with its values
 * @property {string} [testing] the channel that sends a test message
 * @property {{text: string, undo?: function}} [toast] the message about the last action
 * @property {{text: string}} [notice] a later message that must not replace an offer to undo
 * @property {string[]} problems what failed, until it is dismissed
 * @property {object} settings the preferences of this browser, see shell/preferences.js
 */

/**
 * Holds the state. A change replaces the state object and notifies the listeners.
 *
 * @param {State} initial
 */
export function createStore(initial) {
  let state = initial;
  let isBatching = false;
  const listeners = new Set();

  function notifyListeners(before) {
    if (isBatching || state === before) return;
    for (const listener of listeners) listener(state, before);
  }

  return {
    get state() { return state; },

    /** Merges members into the state, or the result of a function of the state. */
    change(change) {
      const before = state;
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      notifyListeners(before);
    },

    /** Batches several changes into one notification. A batch inside another one becomes a part of it. */
    batch(work) {
      if (isBatching) return work();
      const before = state;
      isBatching = true;
      try {
        work();
      } finally {
        isBatching = false;
        notifyListeners(before);
      }
    },

    /** Calls the listener after each change with the new and the previous state. */
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
