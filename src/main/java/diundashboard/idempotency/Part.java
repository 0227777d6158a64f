package diundashboard.idempotency;

/**
 * A parameter of service methods that perform a part of a change in a transaction of its own. The
 * key is claimed with the last part, so that a repeated request completes an interrupted change.
 */
public interface Part {

  boolean isLast();
}
