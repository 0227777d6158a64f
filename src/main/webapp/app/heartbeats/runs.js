/** The last run that ended, or undefined. */
export const lastComplete = runs => runs.findLast(({ ended_at: end, failed }) => end && !failed);

/** The run that is in progress, or undefined. */
export const running = runs => runs.slice(-1).find(({ ended_at: end }) => !end);

/** How many images Diun could not check in its last run. */
export const unchecked = ({ heartbeat }) => lastComplete(heartbeat?.runs ?? [])?.errors ?? 0;
