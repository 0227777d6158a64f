package diundashboard.images;

import diundashboard.platform.database.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;

/** SQL conditions on the rows of {@code updates u}, and on hosts in other tables. */
public final class UpdateConditions {

  private UpdateConditions() {}

  /** Matches images by their keys. */
  public static Condition of(Collection<Image> images) {
    return Condition.in("u.image", images.stream().map(Image::key).toList());
  }

  /** Matches images with occurrences that an acknowledgement still applies to. */
  public static Condition ofAcknowledgement(long id) {
    return Condition.of(
        "u.image IN (SELECT image FROM occurrences WHERE acknowledgement_id = ?)", id);
  }

  /** Matches images that a snooze still applies to. */
  public static Condition ofSnooze(long id) {
    return Condition.of("u.snooze_id = ?", id);
  }

  /** Matches images whose snooze has ended. */
  public static Condition snoozeDue(Instant now) {
    return Condition.of("u.snoozed_until IS NOT NULL AND u.snoozed_until <= ?", now);
  }

  /**
   * Matches images with a pending occurrence on a host and workload.
   *
   * @param host a hostname or a host's name; null matches any
   * @param workload null matches any
   */
  public static Condition pendingAt(String host, String workload) {
    return occurrenceAt(host, workload)
        .within(
            "EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image AND o.acknowledged_at IS NULL AND %s)");
  }

  /** Matches occurrences {@code o} on a host, including hosts merged into it, and workload. */
  static Condition occurrenceAt(String host, String workload) {
    var conditions = new ArrayList<Condition>();
    if (host != null) {
      conditions.add(onHost("o.hostname", host));
    }
    if (workload != null) conditions.add(Condition.of("o.workload = ?", workload));
    return Condition.all(conditions);
  }

  /**
   * Matches rows of a host. The alias is the hostname in the row, the host that it is merged into,
   * or the name of that host. Entries of the activity log may have an alias as their hostname.
   *
   * <p>One {@code IN} for all, because PostgreSQL uses no index for {@code OR} with a subquery.
   *
   * @param column with the hostname, such as {@code o.hostname}
   */
  public static Condition onHost(String column, String alias) {
    return Condition.of(
        column
            + " IN (SELECT CAST(? AS TEXT) UNION SELECT hostname FROM host_names WHERE ? IN (hostname, host, name))",
        alias,
        alias);
  }
}
