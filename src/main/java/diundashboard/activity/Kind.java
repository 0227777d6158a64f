package diundashboard.activity;

import java.util.Locale;

/** What can happen; in JSON and in the database as its name in lower case. */
public enum Kind {
  /** Diun has sent a notification; its host is the actor. */
  NOTIFIED,
  /** Somebody has seen to an image, or to some of its occurrences. */
  ACKNOWLEDGED,
  /** An acknowledgement was undone. */
  REOPENED,
  SNOOZED,
  /** A snooze has reached its time, or was undone. */
  WOKEN,
  TAGGED,
  UNTAGGED,
  NOTED,
  TAG_CREATED,
  /** A tag, or without a note the order of all. */
  TAG_CHANGED,
  TAG_DELETED,
  HOST_RENAMED,
  HOST_MERGED,
  HOST_SEPARATED;

  /** As the database and JSON have it, such as {@code tag_created}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with this {@link #value()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
