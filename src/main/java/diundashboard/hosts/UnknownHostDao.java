package diundashboard.hosts;

import diundashboard.activity.retention.Prunable;
import diundashboard.images.NameLength;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The table {@code unknown_hosts}. */
@Dependent
public final class UnknownHostDao implements Prunable {

  /** Maximum number of rows. */
  static final int MAX_ROWS = 20;

  private final Database database;

  @Inject
  public UnknownHostDao(Database database) {
    this.database = database;
  }

  /** Locks the table, because concurrent callers of {@link #record} would deadlock. */
  void lock() {
    database.dialect().lockTable("unknown_hosts").ifPresent(database::change);
  }

  /**
   * Counts an action that asked for a host, and deletes the names beyond the last {@value
   * #MAX_ROWS}. Call {@link #lock} first.
   */
  void record(String name, Instant at) {
    database.change(
        """
        INSERT INTO unknown_hosts (name, first_asked_at, last_asked_at, count) VALUES (:name, :at, :at, 1)
        ON CONFLICT (name) DO UPDATE SET
          last_asked_at = excluded.last_asked_at,
          count = unknown_hosts.count + 1""",
        NamedParameters.of("name", NameLength.limit(name)).with("at", at));
    database.change(
        """
        DELETE FROM unknown_hosts WHERE name NOT IN (
          SELECT name FROM unknown_hosts ORDER BY last_asked_at%s DESC, name LIMIT ?)"""
            .formatted(database.dialect().collateC()),
        MAX_ROWS);
  }

  /**
   * Lists the names that are still unknown, the last asked for first, without similar names. A name
   * becomes known when a host gets it as its display name.
   */
  List<UnknownHost> list() {
    return database.list(
        """
        SELECT name, first_asked_at, last_asked_at, count FROM unknown_hosts u
        WHERE NOT EXISTS (
          SELECT 1 FROM host_names h WHERE lower(u.name) IN (lower(h.hostname), lower(h.name)))
        ORDER BY last_asked_at%s DESC, name"""
            .formatted(database.dialect().collateC()),
        row ->
            new UnknownHost(
                row.getString("name"),
                Columns.instant(row, "first_asked_at"),
                Columns.instant(row, "last_asked_at"),
                row.getLong("count"),
                null));
  }

  /** Deletes a name, and returns false if it does not exist. */
  boolean delete(String name) {
    return database.change("DELETE FROM unknown_hosts WHERE name = ?", name) > 0;
  }

  /** Deletes the name of a host that reported, ignoring case as actions do. */
  void deleteKnown(String hostname) {
    database.change("DELETE FROM unknown_hosts WHERE lower(name) = lower(?)", hostname);
  }

  @Override
  public boolean hasRowsBefore(Instant moment) {
    return database
        .find("SELECT 1 FROM unknown_hosts WHERE last_asked_at < ? LIMIT 1", row -> true, moment)
        .isPresent();
  }

  @Override
  public int deleteBefore(Instant moment, int limit) {
    return database.change("DELETE FROM unknown_hosts WHERE last_asked_at < ?", moment);
  }
}
