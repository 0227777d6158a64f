package diundashboard.activity;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.problem.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can happen; in JSON and in the database as its name in lower case. */
public enum ActivityKind {
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
  HOST_SEPARATED,
  TOKEN_CREATED,
  TOKEN_REVOKED;

  /** As the database and JSON have it, such as {@code tag_created}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with this {@link #value()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ActivityKind of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }

  /**
   * Reads kinds that commas separate.
   *
   * @throws InvalidInputException if there is none with such a {@link #value()}
   */
  public static List<ActivityKind> listOf(String text) {
    return Stream.of(text.split(",", -1)).map(each -> named(each.strip())).distinct().toList();
  }

  private static ActivityKind named(String value) {
    return Stream.of(values())
        .filter(kind -> kind.value().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "kind",
                    "There is no kind '%s'; give one or several, separated by commas, of: %s."
                        .formatted(
                            value,
                            Stream.of(values()).map(ActivityKind::value).collect(joining(", ")))));
  }
}
