package diundashboard.hosts;

import diundashboard.heartbeats.Assessment;
import diundashboard.heartbeats.HostHeartbeat;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * A host with all hosts that are merged into it. Every number covers all of them.
 *
 * @param host its hostname as Diun sends it; empty for a Diun that sends none
 * @param name the name that users gave it; null if none
 * @param diunVersion version of Diun in the last notification, such as {@code v4.33.0}; null if
 *     unknown
 * @param firstSeenAt when the first notification was received
 * @param lastSeenAt when the last notification or ping was received
 * @param notifications number of notifications in the activity log
 * @param usualGapSeconds median pause between its reports in seconds, see {@link Reports}; null if
 *     unknown
 * @param silentSince its last sign of life; null unless it is silent
 * @param state an {@link Assessment.State} in JSON
 * @param stateBy what the state is derived from: {@code heartbeat}, or {@code guess} for the times
 *     of notifications
 * @param alarmMutedUntil until when users do not want to hear of its silence: a time in RFC 3339,
 *     or {@code next-report}; null if they do
 * @param heartbeat null if it has none
 * @param merged hosts that are merged into it, directly or indirectly, by hostname
 */
@JsonbPropertyOrder({
  "host",
  "name",
  "diunVersion",
  "firstSeenAt",
  "lastSeenAt",
  "counts",
  "notifications",
  "usualGapSeconds",
  "silentSince",
  "state",
  "stateBy",
  "alarmMutedUntil",
  "heartbeat",
  "merged"
})
public record Host(
    String host,
    String name,
    String diunVersion,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Counts counts,
    long notifications,
    Long usualGapSeconds,
    Instant silentSince,
    String state,
    String stateBy,
    String alarmMutedUntil,
    HostHeartbeat heartbeat,
    List<Merged> merged) {

  /**
   * Numbers of images on the host.
   *
   * @param pending images that are pending there, without snoozed ones
   * @param images all images
   */
  @JsonbPropertyOrder({"pending", "images"})
  public record Counts(long pending, long images) {}

  /**
   * A host that is merged into another one.
   *
   * @param name the name that users gave it; null if none
   * @param into the hostname that it is merged into, which may be merged too
   */
  @JsonbPropertyOrder({"host", "name", "into", "lastSeenAt"})
  public record Merged(String host, String name, String into, Instant lastSeenAt) {}

  /** True if users are to hear of its silence. */
  public boolean raisesAlarm() {
    return silentSince != null && alarmMutedUntil == null;
  }

  /** The name that users see. */
  public String displayName() {
    return name == null ? host : name;
  }
}
