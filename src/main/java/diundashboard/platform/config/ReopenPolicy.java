package diundashboard.platform.config;

/** What makes an acknowledged update pending again. */
public enum ReopenPolicy {
  /** Any new notification of the image, as in the Go original. */
  EVERY_NOTIFICATION("every-notification"),

  /** Only a notification with another digest, or with none. */
  NEW_DIGEST("new-digest");

  private final String value;

  ReopenPolicy(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }
}
