package diundashboard.hosts;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Removes hosts. The rows are kept in the table {@code removed_hosts}, so that a removal can be
 * undone.
 */
@Dependent
public final class HostRemovalDao {

  private static final String COLUMNS =
      "hostname, display_name, merged_into, canonical, diun_version, first_seen_at, last_seen_at,"
          + " alarm_muted_at, alarm_muted_until, silence_logged";

  private final Database database;

  @Inject
  public HostRemovalDao(Database database) {
    this.database = database;
  }

  /**
   * Removes a host and the hosts merged into it.
   *
   * @param id of the change
   * @param alias the hostname or, unless it is one, the name of a host; a host that is merged into
   *     another one stays
   * @return how many
   */
  public int remove(long id, String alias) {
    var condition =
        """
        canonical IN (SELECT hostname FROM hosts WHERE merged_into IS NULL
          AND (hostname = ? OR display_name = ? AND NOT EXISTS (SELECT 1 FROM hosts WHERE hostname = ?)))""";
    database.change(
        "INSERT INTO removed_hosts (change_id, %1$s) SELECT CAST(? AS BIGINT), %1$s FROM hosts WHERE %2$s"
            .formatted(COLUMNS, condition),
        id,
        alias,
        alias,
        alias);
    return database.change("DELETE FROM hosts WHERE " + condition, alias, alias, alias);
  }

  /**
   * Restores the hosts that a change removed, except for those that reported again.
   *
   * @return their hostnames
   */
  public List<String> restore(long id) {
    var restored =
        database.changeReturningAll(
            """
            INSERT INTO hosts (%1$s)
            SELECT %1$s FROM removed_hosts WHERE change_id = ?
            ON CONFLICT DO NOTHING
            RETURNING hostname"""
                .formatted(COLUMNS),
            row -> row.getString(1),
            id);
    database.change("DELETE FROM removed_hosts WHERE change_id = ?", id);
    return restored;
  }
}
