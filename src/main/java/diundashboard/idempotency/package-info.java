/**
 * Requests with an {@code Idempotency-Key}: a repeated request gets the first answer and changes
 * nothing, see ADR 38.
 */
package diundashboard.idempotency;
