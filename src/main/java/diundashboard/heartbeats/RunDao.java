package diundashboard.heartbeats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The table {@code heartbeat_runs}. */
final class RunDao {

  /** How many runs of each heartbeat are kept. */
  static final int MAX_RUNS = 60;

  /** A ping does not end a run that began earlier. */
  private static final Duration MAX_DURATION = Duration.ofDays(1);

  private final Database database;

  RunDao(Database database) {
    this.database = database;
  }

  /**
   * Records what a ping says about the last run. The heartbeat is locked.
   *
   * @return true if the run failed or had errors
   */
  boolean record(int heartbeat, Ping ping, Instant at) {
    var isEnd = ping.kind() != Ping.Kind.START && end(heartbeat, ping, at);
    if (ping.kind() == Ping.Kind.FAIL) return isEnd;
    if (!isEnd) {
      insert(heartbeat, ping, at);
      deleteOld(heartbeat);
    }
    return ping.counts().hasErrors();
  }

  /** Ends the last run. Returns false if it has ended. */
  private boolean end(int heartbeat, Ping ping, Instant at) {
    return database.change(
            """
            UPDATE heartbeat_runs SET
              ended_at = :at, failed = :failed, scanned = :scanned, new_tags = :new, updated = :updated,
              unchanged = :unchanged, skipped = :skipped, errors = :errors
            WHERE id = (SELECT max(id) FROM heartbeat_runs WHERE heartbeat_id = :heartbeat)
              AND ended_at IS NULL AND started_at >= :earliest""",
            parametersOf(heartbeat, ping)
                .with("at", at)
                .with("failed", ping.kind() == Ping.Kind.FAIL ? 1 : 0)
                .with("earliest", at.minus(MAX_DURATION)))
        > 0;
  }

  private void insert(int heartbeat, Ping ping, Instant at) {
    var isStart = ping.kind() == Ping.Kind.START;
    database.change(
        """
        INSERT INTO heartbeat_runs (
          heartbeat_id, started_at, ended_at, failed, scanned, new_tags, updated, unchanged, skipped, errors)
        VALUES (:heartbeat, :started, :ended, 0, :scanned, :new, :updated, :unchanged, :skipped, :errors)""",
        parametersOf(heartbeat, ping)
            .with("started", isStart ? at : null)
            .with("ended", isStart ? null : at));
  }

  private static NamedParameters parametersOf(int heartbeat, Ping ping) {
    var counts = ping.counts();
    return NamedParameters.of("heartbeat", heartbeat)
        .with("scanned", counts.scanned())
        .with("new", counts.newTags())
        .with("updated", counts.updated())
        .with("unchanged", counts.unchanged())
        .with("skipped", counts.skipped())
        .with("errors", counts.errors());
  }

  private void deleteOld(int heartbeat) {
    database.change(
        """
        DELETE FROM heartbeat_runs WHERE heartbeat_id = :heartbeat AND id <= (
          SELECT id FROM heartbeat_runs WHERE heartbeat_id = :heartbeat
          ORDER BY id DESC LIMIT 1 OFFSET :max)""",
        NamedParameters.of("heartbeat", heartbeat).with("max", MAX_RUNS));
  }

  /** Returns the runs of all heartbeats by id, the oldest first. */
  Map<Integer, List<Run>> byHeartbeat() {
    return database
        .list(
            """
            SELECT heartbeat_id, started_at, ended_at, scanned, new_tags, updated, unchanged, skipped, errors, failed
            FROM heartbeat_runs ORDER BY id""",
            row -> Map.entry(row.getInt("heartbeat_id"), run(row)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        Columns.instant(row, "started_at"),
        Columns.instant(row, "ended_at"),
        Columns.integer(row, "scanned"),
        Columns.integer(row, "new_tags"),
        Columns.integer(row, "updated"),
        Columns.integer(row, "unchanged"),
        Columns.integer(row, "skipped"),
        Columns.integer(row, "errors"),
        row.getInt("failed") == 1);
  }
}
