package diundashboard.idempotency;

/**
 * The first answer to a request with a key.
 *
 * @param status the HTTP status, or null if the answer was not kept
 * @param type the media type, or null without a body
 * @param body may be null
 */
record KeptAnswer(Integer status, String type, String body) {}
