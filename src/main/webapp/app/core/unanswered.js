const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 30_000;

/**
 * Sends a request until the server answers. Without an answer it is unknown whether the server has carried out the request, so
 * it must be one that can be repeated.
 *
 * @param {function} onSilence called after each attempt without an answer
 * @param {number} [delay] time until the second attempt; it doubles with each further one
 */
export async function untilAnswered(send, onSilence, delay = FIRST_DELAY_MS) {
  try {
    return await send();
  } catch (error) {
    if (!error.isUnanswered) throw error;
    onSilence();
    await new Promise(resolve => setTimeout(resolve, delay));
    return untilAnswered(send, onSilence, Math.min(2 * delay, MAX_DELAY_MS));
  }
}
