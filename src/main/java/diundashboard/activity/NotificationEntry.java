package diundashboard.activity;

import diundashboard.images.Occurrence;
import java.time.Instant;

/**
 * An entry of the log about an effect of a notification.
 *
 * @param at when the notification arrived
 * @param place where the image runs; null if the entry is about the image itself
 * @param image its key
 * @param actor the host of the notification, or empty for a rule
 * @param note the name of a tag or the key of another image, or empty
 * @param opened by how much the number of open images changed
 * @param body the notification as received, or empty
 */
public record NotificationEntry(
    Instant at,
    ActivityKind kind,
    Occurrence place,
    String image,
    String actor,
    String note,
    int opened,
    String body) {

  /** A rule tagged the image. */
  public static NotificationEntry tagged(Instant at, Occurrence occurrence, String tag) {
    var key = occurrence.image().key();
    return new NotificationEntry(at, ActivityKind.TAGGED, null, key, "", tag, 0, "");
  }

  /**
   * An occurrence has left another reference, whose digest is out of date.
   *
   * @param former the key of that reference
   * @param closed true if that was open, and is gone or done now
   */
  public static NotificationEntry replaced(
      Instant at, Occurrence occurrence, String former, boolean closed) {
    return of(at, ActivityKind.REPLACED, occurrence, former, closed ? -1 : 0, "");
  }

  /**
   * A notification was stored.
   *
   * @param opened true if the image was not pending before
   * @param body the notification as received
   */
  public static NotificationEntry notified(
      Instant at, Occurrence occurrence, boolean opened, String body) {
    return of(at, ActivityKind.NOTIFIED, occurrence, "", opened ? 1 : 0, body);
  }

  private static NotificationEntry of(
      Instant at, ActivityKind kind, Occurrence place, String note, int opened, String body) {
    return new NotificationEntry(
        at, kind, place, place.image().key(), place.hostname(), note, opened, body);
  }

  String hostname() {
    return place == null ? "" : place.hostname();
  }

  String workload() {
    return place == null ? "" : place.workload();
  }

  String digest() {
    return place == null ? "" : place.digest();
  }
}
