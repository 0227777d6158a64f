package diundashboard.heartbeats;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The table {@code heartbeats}. */
@Dependent
public final class HeartbeatDao {

  private static final String COLUMNS =
      "id, hostname, created_at, created_by, last_started_at, last_ended_at, last_failed_at";

  private final Database database;
  private final RunDao runs;

  @Inject
  public HeartbeatDao(Database database) {
    this.database = database;
    this.runs = new RunDao(database);
  }

  /** Lists the heartbeats by hostname. */
  List<Heartbeat> list() {
    return database.list(
        "SELECT %s FROM heartbeats ORDER BY hostname%s"
            .formatted(COLUMNS, database.dialect().collateC()),
        HeartbeatDao::heartbeat);
  }

  /** Creates a heartbeat. Empty if the host has one. */
  public Optional<Heartbeat> create(String hostname, String hash, Instant now, String actor) {
    return database.changeReturning(
        """
        INSERT INTO heartbeats (hostname, hash, created_at, created_by, pings)
        VALUES (:hostname, :hash, :now, :actor, 0)
        ON CONFLICT (hostname) DO NOTHING
        RETURNING %s"""
            .formatted(COLUMNS),
        HeartbeatDao::heartbeat,
        NamedParameters.of("hostname", hostname)
            .with("hash", hash)
            .with("now", now)
            .with("actor", actor));
  }

  /** Deletes a heartbeat and its runs. Empty if it does not exist. */
  Optional<Heartbeat> delete(int id) {
    return database.changeReturning(
        "DELETE FROM heartbeats WHERE id = ? RETURNING " + COLUMNS, HeartbeatDao::heartbeat, id);
  }

  /**
   * Records a ping and its run. Locks the heartbeat until the transaction ends.
   *
   * @return empty if there is no heartbeat with this hash
   */
  public Optional<RecordedPing> recordPing(String hash, Ping ping, Instant at) {
    var column =
        switch (ping.kind()) {
          case START -> "last_started_at";
          case END -> "last_ended_at";
          case FAIL -> "last_failed_at";
        };
    var heartbeat =
        database.changeReturning(
            "UPDATE heartbeats SET pings = pings + 1, %s = ? WHERE hash = ? RETURNING %s"
                .formatted(column, COLUMNS),
            HeartbeatDao::heartbeat,
            at,
            hash);
    return heartbeat.map(
        found -> new RecordedPing(found.host(), runs.record(found.id(), ping, at)));
  }

  /**
   * A ping of a host.
   *
   * @param hasFailed true if it ends a run that failed or had errors
   */
  public record RecordedPing(String hostname, boolean hasFailed) {}

  /** Returns the numbers of pings by id, which change with each ping. */
  public Map<Integer, Long> pings() {
    return database
        .list(
            "SELECT id, pings FROM heartbeats",
            row -> Map.entry(row.getInt("id"), row.getLong("pings")))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Returns the heartbeats of hosts. Of several, it is the one that was pinged last.
   *
   * @param canonicals the host that each hostname counts as
   */
  public Map<String, HostHeartbeat> ofHosts(Map<String, String> canonicals) {
    var all = list();
    if (all.isEmpty()) return Map.of();
    var runsById = runs.byHeartbeat();
    return all.stream()
        .filter(each -> canonicals.containsKey(each.host()))
        .collect(
            toMap(
                each -> canonicals.get(each.host()),
                each -> HostHeartbeat.of(each, runsById.getOrDefault(each.id(), List.of())),
                BinaryOperator.maxBy(HostHeartbeat.BY_LAST_CHANGE)));
  }

  private static Heartbeat heartbeat(ResultSet row) throws SQLException {
    return new Heartbeat(
        row.getInt("id"),
        row.getString("hostname"),
        Columns.instant(row, "created_at"),
        row.getString("created_by"),
        Columns.instant(row, "last_started_at"),
        Columns.instant(row, "last_ended_at"),
        Columns.instant(row, "last_failed_at"));
  }
}
