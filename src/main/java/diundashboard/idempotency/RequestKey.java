package diundashboard.idempotency;

/**
 * Identifies a request and its repetitions.
 *
 * @param actor the name of the caller, empty if authentication is off
 * @param value the header {@code Idempotency-Key}
 * @param fingerprint a hash of the method, the URL and the body
 */
record RequestKey(String actor, String value, String fingerprint) {}
