package diundashboard.platform.config;

/** Which notifications make an acknowledged update pending again. */
public enum ReopenPolicy {
  /** Every notification of the image, as in the Go original. */
  EVERY_NOTIFICATION("every-notification"),

  /** Notifications with a different digest or without one. */
  NEW_DIGEST("new-digest");

  private final String value;

  ReopenPolicy(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }
}
