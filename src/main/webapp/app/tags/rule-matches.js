import { send } from '../core/api.js';

const DELAY_MS = 400;
const FIELD = /^(?:image|registry|host|provider|metadata\..+)$/;

/** Assigns a tag by its rules to untagged images. */
export const applyRules = ({ id }) => send('POST', `tags/${id}/apply`, {});

let timer;

/** Counts the images that rules match. */
export const countMatches = ({ id }, rules) => send('POST', `tags/${id}/apply`, { dry_run: true, rules });

/** Stops counting what was typed before. */
export function stopCounting() {
  clearTimeout(timer);
  timer = undefined;
}

/** Counts the matches of what was typed, as soon as the user pauses: `show` gets them. Until then, and without an answer, they are unknown. */
export function countSoon(tag, rules, show) {
  stopCounting();
  const complete = rules.filter(({ field, pattern }) => pattern && FIELD.test(field));
  show(complete.length > 0 ? {} : undefined);
  if (complete.length === 0) return;
  const current = timer = setTimeout(async () => {
    const matches = await countMatches(tag, complete).catch(() => ({}));
    if (timer === current) show(matches);
  }, DELAY_MS);
}
