package diundashboard.hosts;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Remembers in the table {@code hosts} which silences the activity log has. */
@Dependent
final class SilenceDao {

  private final Database database;

  @Inject
  SilenceDao(Database database) {
    this.database = database;
  }

  /** Returns the last sign of life before the last silence in the log, by hostname. */
  Map<String, Instant> logged() {
    return database
        .list(
            "SELECT hostname, silence_logged FROM hosts WHERE silence_logged IS NOT NULL",
            row -> Map.entry(row.getString(1), Timestamps.parse(row.getString(2))))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Records that the log has a silence. Returns false if another server did so before.
   *
   * @param since the last sign of life
   */
  boolean record(String hostname, Instant since) {
    return database.change(
            """
            UPDATE hosts SET silence_logged = ?
            WHERE hostname = ? AND (silence_logged IS NULL OR silence_logged <> ?)""",
            since,
            hostname,
            since)
        > 0;
  }
}
