package diundashboard.activity;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The kinds of activity. */
public enum ActivityKind {
  /** Diun sent a notification. The actor is its host. */
  NOTIFIED,
  /**
   * An image took the place of another reference, which the note names: the digest of a reference
   * without tag changed, or a reference of the Go original got its key.
   */
  REPLACED,
  /** Diun sent a test notification. */
  TEST_RECEIVED,
  /** The webhook rejected notifications of an address. The note is the address and the reason. */
  NOTIFICATION_REJECTED,
  /** A rejected notification was stored after all. */
  REJECTION_RETRIED,
  /** A rejected notification was deleted, or without a note all of them. */
  REJECTION_DELETED,
  /** An image, or some of its occurrences, were marked as done. */
  ACKNOWLEDGED,
  /** An acknowledgement was undone, or an image was reopened. */
  REOPENED,
  SNOOZED,
  /** A snooze ended or was undone. */
  WOKEN,
  MUTED,
  /** A mute was undone. */
  UNMUTED,
  /** An image, or some of its occurrences, were removed. */
  REMOVED,
  /** A removal was undone. */
  RESTORED,
  /** A reopening was undone. */
  REOPENING_UNDONE,
  /** An import reported an image, or said more about its versions. */
  IMPORTED,
  IMPORT_UNDONE,
  TAGGED,
  UNTAGGED,
  NOTED,
  /**
   * How long new digests of an image are held back. The note is empty if nothing is set any more.
   */
  HOLD_CHANGED,
  TAG_CREATED,
  /** A tag changed, or without a note the order of the tags. */
  TAG_CHANGED,
  TAG_DELETED,
  HOST_RENAMED,
  HOST_MERGED,
  HOST_SEPARATED,
  /** The silence alarm of a host was muted. The note is the end of the mute. */
  HOST_ALARM_MUTED,
  HOST_ALARM_UNMUTED,
  /** Diun on a host has not reported for longer than usual. The note is its last sign of life. */
  HOST_SILENT,
  HOST_REMOVED,
  /** The removal of a host was undone. */
  HOST_RESTORED,
  HEARTBEAT_CREATED,
  HEARTBEAT_REVOKED,
  /** A run of Diun failed, or without a failure had as many errors as the note says. */
  RUN_FAILED,
  TOKEN_CREATED,
  TOKEN_REVOKED;

  /** The name in JSON and the database, such as {@code tag_created}. */
  public String value() {
    return EnumNames.of(this);
  }

  /**
   * Parses a comma-separated list of kinds.
   *
   * @throws InvalidInputException if one is unknown
   */
  public static List<ActivityKind> listOf(String text) {
    return Stream.of(text.split(",", -1)).map(each -> named(each.strip())).distinct().toList();
  }

  private static ActivityKind named(String value) {
    return EnumNames.find(ActivityKind.class, value)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "kind",
                    ProblemCode.UNKNOWN_ACTIVITY_KIND,
                    Map.of("value", value),
                    "Unknown kind '%s'. Use a comma-separated list of: %s."
                        .formatted(
                            value,
                            Stream.of(values()).map(ActivityKind::value).collect(joining(", ")))));
  }
}
