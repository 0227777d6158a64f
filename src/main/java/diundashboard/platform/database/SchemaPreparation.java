package diundashboard.platform.database;

import diundashboard.platform.config.StartupException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Prepares a database for Flyway.
 *
 * @param file the file of a SQLite database
 */
record SchemaPreparation(Database database, SqliteFile file) {

  private static final Logger LOG = System.getLogger(SchemaPreparation.class.getName());

  private static final String FOREIGN_FILE =
      "The %s belongs to another application (tables of the same name: %s). Nothing was changed. Set DIUN_SQLITE_FILE to another file.";

  private static final String FOREIGN_SCHEMA =
      "The schema %s of the PostgreSQL database %s belongs to another application (tables of the same name: %s). Nothing was changed. Set DIUN_POSTGRESQL_URL to another database, or to another schema with ?currentSchema=.";

  private static final String NO_SCHEMA =
      "The PostgreSQL user of the DataSource has no schema for the tables. Let an administrator run: %s";

  /**
   * Checks that migrations change no table of another application.
   *
   * @return the name of the migration history
   * @throws StartupException if they would
   */
  String prepare() throws SQLException {
    var history = inTransaction(this::checkedHistory);
    if (database.dialect() == Dialect.SQLITE) switchToWal();
    return history;
  }

  private String checkedHistory(Connection connection) throws SQLException {
    if (database.dialect() == Dialect.POSTGRESQL) checkSchema(connection);
    var relations = SchemaRelations.read(connection, sql());
    var history = SchemaHistory.find(connection, relations);
    if (history.isPresent()) return history.get();
    var foreign = String.join(", ", relations.foreign());
    if (!foreign.isEmpty()) {
      throw StartupException.retryable(
          database.dialect() == Dialect.SQLITE
              ? FOREIGN_FILE.formatted(file, foreign)
              : FOREIGN_SCHEMA.formatted(connection.getSchema(), connection.getCatalog(), foreign),
          null);
    }
    if (database.dialect() == Dialect.POSTGRESQL) checkThatTablesCanBeCreated(connection);
    return SchemaHistory.TABLE;
  }

  /** Flyway repeats a failed creation of its history for ten seconds. */
  private static void checkThatTablesCanBeCreated(Connection connection) throws SQLException {
    LocalTransaction.execute(
        connection, List.of("CREATE TABLE diun_check ()", "DROP TABLE diun_check"));
  }

  /** Without a usable schema in its search path, the connection has none. */
  private static void checkSchema(Connection connection) throws SQLException {
    if (connection.getSchema() == null) {
      var remedy = PostgresqlPrivileges.missing(connection);
      throw StartupException.retryable(NO_SCHEMA.formatted(remedy), null);
    }
  }

  /** The mode is a property of the file, so it is set after the checks. */
  private void switchToWal() throws SQLException {
    try (var connection = database.writer().getConnection();
        var statement = connection.createStatement();
        var mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
      if (mode.next() && !mode.getString(1).equals("wal")) {
        LOG.log(
            Level.WARNING,
            "The {0} cannot use write-ahead logging, so requests wait for each other. Move it to a local file system.",
            file);
      }
    }
  }

  /** Renames a history that still has its former name. */
  void renameFormerHistory() throws SQLException {
    inTransaction(
        connection -> {
          var relations = SchemaRelations.read(connection, sql());
          var history = SchemaHistory.find(connection, relations);
          if (history.filter(SchemaHistory.FORMER_TABLE::equals).isPresent()) {
            LocalTransaction.execute(connection, sql().renameHistory());
          }
          return null;
        });
  }

  private <T> T inTransaction(LocalTransaction.Work<T> work) throws SQLException {
    return LocalTransaction.run(database.writer(), sql().lock(), work);
  }

  private SchemaSql sql() {
    return SchemaSql.of(database.dialect());
  }
}
