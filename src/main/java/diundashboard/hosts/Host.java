package diundashboard.hosts;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * A host, with all that was merged into it: each figure is of all of them together.
 *
 * @param host its hostname, as Diun sends it; empty for a Diun that sends none
 * @param name what people call it; null if they gave it no name
 * @param diunVersion of the one that was heard of last, such as {@code v4.33.0}; null if unknown
 * @param firstSeenAt when it was first heard of
 * @param lastSeenAt when it was last heard of
 * @param notifications how many the activity log has
 * @param usualGapSeconds the median pause between its reports, in seconds: see {@link HostDao#list}
 * @param silentSince when it was last heard of, if that is longer ago than twice its usual gap;
 *     else null
 * @param merged what was merged into it, directly or by way of another, by hostname
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
    List<Merged> merged) {

  /**
   * How many images run there.
   *
   * @param pending those of them that wait there to be seen to; without the snoozed ones
   */
  @JsonbPropertyOrder({"pending", "images"})
  public record Counts(long pending, long images) {}

  /**
   * A host that counts with another one.
   *
   * @param name what it was called by itself; null if nothing
   * @param into the hostname that it was merged into, which may itself be merged
   */
  @JsonbPropertyOrder({"host", "name", "into", "lastSeenAt"})
  public record Merged(String host, String name, String into, Instant lastSeenAt) {}

  /** What people see. */
  String shownName() {
    return name == null ? host : name;
  }
}
