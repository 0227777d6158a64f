/** The past actions that each chip shows, as parameters of the API. */
export const CHIPS = {
  all: () => ({}),
  mine: ({ session }) => ({ actor: session?.name }),
  scripts: () => ({ actor: 'token:*' }),
  superseded: () => ({ actor: 'superseded' }),
  snoozes: () => ({ kind: 'snooze' }),
  undone: () => ({ undone: 'true' }),
};

/** The parts of the view: the timeline with a chip, the images that are done, and those that are put off. */
export const TABS = [...Object.keys(CHIPS), 'images', 'later'];
