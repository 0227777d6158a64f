package diundashboard.platform.database;

import diundashboard.platform.config.SqliteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;

/** Checks whether the database can store notifications. */
@ApplicationScoped
public class DatabaseCheck {

  private Database database;
  private StartupDiagnosis diagnosis;

  /** For the container's proxy. */
  protected DatabaseCheck() {}

  @Inject
  DatabaseCheck(Database database, SqliteSettings settings) {
    this.database = database;
    this.diagnosis = new StartupDiagnosis(database, settings);
  }

  /**
   * Writes to the database. After a failure, it also checks the structure of a SQLite file.
   *
   * @return why notifications cannot be stored, with the remedy; empty if they can
   */
  public Optional<String> problem() {
    var misplaced = database.fileProblem();
    if (misplaced.isPresent()) return misplaced;
    try {
      check();
      return Optional.empty();
    } catch (SQLException | DatabaseUnavailableException | DatabaseException e) {
      return Optional.of(diagnosis.explain(e).getMessage());
    }
  }

  /** Returns the product and its version, such as {@code SQLite 3.54.1}. */
  public String productVersion() {
    var dialect = database.dialect();
    return dialect.product() + " " + text(dialect.versionQuery());
  }

  /** Returns the number of the last migration. */
  public String schemaVersion() {
    return text("SELECT max(CAST(version AS INTEGER)) FROM " + SchemaHistory.TABLE);
  }

  private String text(String query) {
    return database.find(query, row -> row.getString(1)).orElseThrow();
  }

  private void check() throws SQLException {
    switch (database.dialect()) {
      case SQLITE -> checkSqlite();
      case POSTGRESQL -> checkPostgresql();
    }
    database.recover();
  }

  /** Setting the version to the same value writes a page. */
  private void checkSqlite() throws SQLException {
    if (database.failure().isPresent()) checkStructure(database);
    var version = database.find("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
    database.change("PRAGMA user_version = " + version);
  }

  /**
   * Checks the structure of a SQLite file, which reads all of it.
   *
   * @throws SQLException with {@link SqliteFault#DAMAGED_CODE}
   */
  static void checkStructure(Database database) throws SQLException {
    var result = database.find("PRAGMA quick_check(1)", row -> row.getString(1)).orElseThrow();
    if (!result.equals("ok")) {
      throw new SQLException(result, null, SqliteFault.DAMAGED_CODE);
    }
  }

  /** A standby and a full disk of some providers are read-only. */
  private void checkPostgresql() throws SQLException {
    var readOnly = database.find("SHOW transaction_read_only", row -> row.getString(1));
    if (readOnly.filter("on"::equals).isPresent()) {
      throw new SQLException("transaction_read_only is on", PostgresqlFault.READ_ONLY_STATE);
    }
  }
}
