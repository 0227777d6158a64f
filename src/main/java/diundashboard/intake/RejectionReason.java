package diundashboard.intake;

import java.util.Locale;

/** The reasons why the webhook rejects a notification. */
enum RejectionReason {
  /** The sender has no webhook secret. */
  MISSING_SECRET(false),
  /** The sender has an unknown webhook secret. */
  WRONG_SECRET(false),
  /** The webhook secret belongs to another host than the notification. */
  SECRET_OF_OTHER_HOST(false),
  /** The address sent too many wrong webhook secrets. */
  TOO_MANY_ATTEMPTS(false),
  /** A page of another site sent the request. */
  CROSS_SITE(false),
  /** The body did not arrive completely, or is damaged. */
  INCOMPLETE_BODY(false),
  BODY_TOO_LARGE(false),
  UNSUPPORTED_ENCODING(false),
  /** The body is not a notification. */
  INVALID_NOTIFICATION(true),
  /** The notification was sent to another address than that of the webhook. */
  WRONG_ADDRESS(true),
  /** The application could not store the notification, for example because of its database. */
  NOT_STORED(true);

  private final boolean keepsBody;

  /**
   * @param keepsBody true if the body has been read and its sender was authenticated
   */
  RejectionReason(boolean keepsBody) {
    this.keepsBody = keepsBody;
  }

  /**
   * Returns the reason of an error that the intake does not raise itself.
   *
   * @param status its HTTP status
   */
  static RejectionReason ofStatus(int status) {
    return switch (status) {
      case 400, 408 -> INCOMPLETE_BODY;
      case 403 -> CROSS_SITE;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_ENCODING;
      case 429 -> TOO_MANY_ATTEMPTS;
      default -> NOT_STORED;
    };
  }

  boolean keepsBody() {
    return keepsBody;
  }

  /** The name in JSON and the database, such as {@code missing-secret}. */
  String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
