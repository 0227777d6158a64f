package diundashboard.platform.database;

import diundashboard.platform.config.Settings;
import diundashboard.platform.config.SqliteSettings;
import diundashboard.platform.config.StartupException;
import diundashboard.platform.database.MovedTable.Content;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Copies all rows of another database into an empty one, at the start. The other database is only
 * read. If it has an older schema, its rows are copied into that schema, and migrated afterwards.
 */
@Dependent
public class DatabaseMove {

  private static final Logger LOG = System.getLogger(DatabaseMove.class.getName());

  /** Records what was moved into a database. Unlike other tables it is not part of the schema. */
  private static final String MARK = "diun_moves";

  private static final int PERCENT = 100;
  private static final int PERCENT_IN_LOG = 10;

  private static final String NOT_EMPTY =
      "The database has rows already, so %s cannot be moved into it. Unset DIUN_MOVE_FROM to use it as it is, or use an empty database.";

  private static final String NO_SOURCE =
      "%s, which DIUN_MOVE_FROM names, has no tables of DiunDashboard. Check the DataSource (DIUN_SQLITE_FILE or DIUN_POSTGRESQL_URL).";

  private static final String NEWER_SOURCE =
      "%s, which DIUN_MOVE_FROM names, has the schema of a newer release (version %s). Deploy that release.";

  private static final String OTHER_VERSION =
      "The database has a newer schema than %s (version %s), which DIUN_MOVE_FROM names. Use a database without tables.";

  private static final String DIFFERENT =
      "Moving %s failed, and nothing was changed: the rows of the table %s arrived differently. Report this error.";

  private static final String FAILED = "Moving %s failed, and nothing was changed: %s";

  private static final String ORPHANS =
      "Moving %1$s failed, and nothing was changed: %2$,d rows of its table %3$s refer to rows of the table %4$s that do not exist. Delete them in the SQLite file, and restart: DELETE FROM %3$s WHERE rowid IN (SELECT rowid FROM pragma_foreign_key_check('%3$s'));";

  private static final String FIND_ORPHANS =
      "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2";

  private final Database target;
  private final String name;
  private final Supplier<Database> source;
  private final SchemaMigrator migrator;
  private final StartupDiagnosis diagnosis;

  @Inject
  DatabaseMove(Database target, Settings settings, SqliteSettings sqlite, SchemaMigrator migrator) {
    this(
        target,
        settings.moveFrom(),
        () -> Database.named(settings.moveFrom(), "DIUN_MOVE_FROM"),
        sqlite,
        migrator);
  }

  /**
   * @param name JNDI name of the DataSource to move from; empty for none
   */
  DatabaseMove(
      Database target,
      String name,
      Supplier<Database> source,
      SqliteSettings sqlite,
      SchemaMigrator migrator) {
    this.target = target;
    this.name = name;
    this.source = source;
    this.migrator = migrator;
    this.diagnosis = new StartupDiagnosis(target, sqlite);
  }

  /** JNDI name of the DataSource to move from. */
  public String source() {
    return name;
  }

  /**
   * Returns whether a database is to be moved, and has not been.
   *
   * @throws StartupException if the target has other rows, or cannot be used
   */
  public boolean isRequired() {
    if (name.isEmpty()) return false;
    migrator.check();
    try (var connection = target.writer().getConnection()) {
      var relations = SchemaRelations.read(connection, SchemaSql.of(target.dialect()));
      if (isEmpty(connection, relations)) return true;
      if (isMarked(connection, relations)) return false;
    } catch (SQLException e) {
      throw diagnosis.explain(e);
    }
    throw StartupException.fatal(NOT_EMPTY.formatted(name), null);
  }

  private static boolean isEmpty(Connection connection, SchemaRelations relations)
      throws SQLException {
    for (var table : MovedTables.inOrder(connection, relations)) {
      if (hasRow(connection, "SELECT 1 FROM " + table)) return false;
    }
    return true;
  }

  private boolean isMarked(Connection connection, SchemaRelations relations) throws SQLException {
    return relations.has(MARK)
        && hasRow(connection, "SELECT 1 FROM %s WHERE source = '%s'".formatted(MARK, quoted()));
  }

  private String quoted() {
    return name.replace("'", "''");
  }

  private static boolean hasRow(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query + " LIMIT 1")) {
      return rows.next();
    }
  }

  /**
   * Moves the database in one transaction. The schema of the target is then that of the source.
   *
   * @param percent receives the progress
   * @throws StartupException if that fails
   */
  public void run(IntConsumer percent) {
    var from = source.get();
    try {
      LocalTransaction.run(
          PatientConnections.of(from),
          SchemaSql.of(from.dialect()).snapshot(),
          connection -> move(from, connection, percent));
    } catch (SQLException e) {
      var message = orphans(from, e).orElseGet(() -> FAILED.formatted(name, Failures.reason(e)));
      throw from.dialect().isUnavailable(e) || target.dialect().isUnavailable(e)
          ? StartupException.retryable(message, e)
          : StartupException.fatal(message, e);
    }
  }

  /** SQLite does not reject rows without the row they refer to unless each program asks it to. */
  private Optional<String> orphans(Database from, SQLException failure) {
    if (from.dialect() != Dialect.SQLITE || !target.dialect().isConstraintViolation(failure))
      return Optional.empty();
    return from.find(
        FIND_ORPHANS,
        row -> ORPHANS.formatted(name, row.getLong(3), row.getString(1), row.getString(2)));
  }

  private Void move(Database from, Connection connection, IntConsumer percent) throws SQLException {
    var relations = SchemaRelations.read(connection, SchemaSql.of(from.dialect()));
    var version = versionOf(connection, relations);
    migrator.migrateTo(version);
    return LocalTransaction.run(
        PatientConnections.of(target),
        SchemaSql.of(target.dialect()).lock(),
        to -> {
          copy(new Side(from, connection, relations), to, version, percent);
          return null;
        });
  }

  /** The database to move from, in a transaction. */
  private record Side(Database database, Connection connection, SchemaRelations relations) {}

  private String versionOf(Connection connection, SchemaRelations relations) throws SQLException {
    var version = SchemaVersion.of(connection, relations);
    if (version.isEmpty()) throw StartupException.fatal(NO_SOURCE.formatted(name), null);
    if (!SchemaVersion.RELEASED.contains(version.get())) {
      throw StartupException.fatal(NEWER_SOURCE.formatted(name, version.get()), null);
    }
    return version.get();
  }

  private void copy(Side from, Connection to, String version, IntConsumer percent)
      throws SQLException {
    var start = Instant.now();
    var relations = SchemaRelations.read(to, SchemaSql.of(target.dialect()));
    if (!isEmpty(to, relations)) throw StartupException.retryable(NOT_EMPTY.formatted(name), null);
    if (!SchemaVersion.of(to, relations).filter(version::equals).isPresent()) {
      throw StartupException.fatal(OTHER_VERSION.formatted(name, version), null);
    }
    var tables = MovedTables.of(to, relations, from.relations);
    var rows = copy(tables, from, to, percent);
    if (target.dialect() == Dialect.POSTGRESQL) LocalTransaction.execute(to, List.of("ANALYZE"));
    mark(to);
    var seconds = Math.max(1, Duration.between(start, Instant.now()).toSeconds());
    LOG.log(
        Level.INFO,
        "Moved %,d rows of %d tables from %s in %,d s (%,d rows/s). Their numbers and checksums are the same. DIUN_MOVE_FROM can be unset."
            .formatted(rows, tables.size(), name, seconds, rows / seconds));
  }

  private long copy(List<MovedTable> tables, Side from, Connection to, IntConsumer percent)
      throws SQLException {
    var rows = 0L;
    for (var table : tables) rows += count(from.connection, table.name());
    var progress = new Progress(2 * rows, percent); // copies, then reads again
    var sent = new HashMap<String, Content>();
    for (var table : tables) {
      sent.put(table.name(), table.copy(from.connection, to, progress::add));
      if (table.hasId()) copyLastId(table.name(), from, to);
    }
    verify(tables, to, sent, progress);
    return rows;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void copyLastId(String table, Side from, Connection to) throws SQLException {
    var last = SequenceSql.of(from.database.dialect()).lastId(from.connection, table);
    if (last > 0) SequenceSql.of(target.dialect()).setLastId(to, table, last);
  }

  private void verify(
      List<MovedTable> tables, Connection to, Map<String, Content> sent, Progress progress)
      throws SQLException {
    for (var table : tables) {
      if (!table.content(to, progress::add).equals(sent.get(table.name()))) {
        throw StartupException.fatal(DIFFERENT.formatted(name, table.name()), null);
      }
    }
  }

  private void mark(Connection to) throws SQLException {
    LocalTransaction.execute(
        to,
        List.of(
            "CREATE TABLE IF NOT EXISTS %s (source TEXT NOT NULL, moved_at TEXT NOT NULL)"
                .formatted(MARK),
            "INSERT INTO diun_moves (source, moved_at) VALUES ('%s', '%s')"
                .formatted(quoted(), Timestamps.format(Instant.now()))));
  }

  /** Reports each percent, and each tenth in the log. */
  private final class Progress {

    private final long total;
    private final IntConsumer percent;
    private long done;
    private int reported = -1;

    Progress(long total, IntConsumer percent) {
      this.total = total;
      this.percent = percent;
      add(0);
    }

    void add(int rows) {
      done += rows;
      var current = total == 0 ? PERCENT : (int) (done * PERCENT / total);
      if (current == reported) return;
      if (current / PERCENT_IN_LOG > reported / PERCENT_IN_LOG) {
        LOG.log(Level.INFO, "Moving {0}: {1} %", name, current);
      }
      reported = current;
      percent.accept(current);
    }
  }
}
