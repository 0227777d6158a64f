package diundashboard.images;

import diundashboard.platform.database.Condition;
import java.util.ArrayList;
import java.util.Collection;

/** SQL conditions on images, on their occurrences, and on hosts in other tables. */
public final class UpdateConditions {

  private UpdateConditions() {}

  /** Matches images by their keys. */
  public static Condition of(Collection<Image> images) {
    return Condition.in("u.image", images.stream().map(Image::key).toList());
  }

  /**
   * Matches occurrences {@code o} that Diun has not reported since an entry of the activity log.
   *
   * @param id of the entry
   */
  public static Condition notNotifiedAfter(long id) {
    return Condition.of(
        """
        NOT EXISTS (SELECT 1 FROM activity a
                    WHERE a.image = o.image AND a.id > ? AND a.kind = 'notified'
                      AND a.hostname = o.hostname AND a.workload = o.workload)""",
        id);
  }

  /**
   * Matches occurrences {@code o} on a host, including hosts merged into it, and in a workload.
   *
   * @param host a hostname or a host's name; null matches any
   * @param workload null matches any
   */
  public static Condition occurrenceAt(String host, String workload) {
    var conditions = new ArrayList<Condition>();
    if (host != null) conditions.add(onHost("o.hostname", host));
    if (workload != null) conditions.add(Condition.of("o.workload = ?", workload));
    return Condition.all(conditions);
  }

  /**
   * Matches rows of a host. The alias is the hostname in the row, the host that it is merged into,
   * or, unless it is a hostname, the name of that host. Entries of the activity log may have an
   * alias as their hostname.
   *
   * <p>One {@code IN} for all, because PostgreSQL uses no index for {@code OR} with a subquery.
   *
   * @param column with the hostname, such as {@code o.hostname}
   */
  public static Condition onHost(String column, String alias) {
    return Condition.of(
        """
        %s IN (SELECT CAST(? AS TEXT)
               UNION SELECT hostname FROM host_names WHERE host = ?
               UNION SELECT hostname FROM host_names
                     WHERE name = ? AND NOT EXISTS (SELECT 1 FROM hosts WHERE hostname = ?))"""
            .formatted(column),
        alias,
        alias,
        alias,
        alias);
  }
}
