package diundashboard.platform.database;

import diundashboard.platform.config.SqliteSettings;
import diundashboard.platform.config.StartupException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Migrates the schema of the database to the version of this release. */
@Dependent
public class SchemaMigrator {

  private static final Logger LOG = System.getLogger(SchemaMigrator.class.getName());

  private final Database database;
  private final SqliteFile file;
  private final SchemaPreparation preparation;
  private final StartupDiagnosis diagnosis;
  private final Collection<? extends DataMigration> dataMigrations;

  @Inject
  SchemaMigrator(Database database, SqliteSettings sqlite, Instance<DataMigration> dataMigrations) {
    this(database, sqlite, dataMigrations.stream().toList());
  }

  public SchemaMigrator(
      Database database,
      SqliteSettings sqlite,
      Collection<? extends DataMigration> dataMigrations) {
    this.database = database;
    this.file = SqliteFile.of(sqlite);
    this.preparation = new SchemaPreparation(database, file);
    this.diagnosis = new StartupDiagnosis(database, sqlite);
    this.dataMigrations = dataMigrations;
  }

  /**
   * Runs all pending migrations, or none if one fails. A database of the Go original has the tables
   * of V1 but no migration history: V1 leaves its tables and rows as they are. A database with
   * tables of another application is not changed. After the server was killed, the structure of a
   * SQLite file is checked first.
   *
   * @throws StartupException if the database cannot be used, or if a migration fails
   */
  public void migrate() {
    check();
    migrateTo(MigrationVersion.LATEST);
    database.watchFile();
  }

  /**
   * Checks that the database can be used, before it is opened.
   *
   * @throws StartupException if it cannot
   */
  void check() {
    file.checkLog();
    var wasKilled = file.wasKilled();
    run(
        () -> {
          checkProduct();
          if (wasKilled) DatabaseCheck.checkStructure(database);
        });
  }

  /**
   * Runs the pending migrations up to a version, such as {@code 7}. A newer schema stays.
   *
   * @throws StartupException if the database cannot be used, or if a migration fails
   */
  void migrateTo(String version) {
    migrateTo(MigrationVersion.fromVersion(version));
  }

  private void migrateTo(MigrationVersion version) {
    run(() -> migrate(preparation.prepare(), version));
  }

  private void run(Step step) {
    try {
      step.run();
    } catch (SQLException | FlywayException | UnsatisfiedLinkError e) {
      throw diagnosis.explain(e);
    } catch (RuntimeException e) { // proxies of Payara wrap exceptions of the driver
      if (Failures.sqlExceptionIn(e).isEmpty()) throw e;
      throw diagnosis.explain(e);
    }
  }

  /** Only the name of the DataSource says which product it connects to. */
  private void checkProduct() throws SQLException {
    var dialect = database.dialect();
    try (var connection = database.writer().getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      var version = connection.getMetaData().getDatabaseProductVersion();
      if (!product.equals(dialect.product())) {
        throw StartupException.fatal(
            "DIUN_DATASOURCE names a %s DataSource, but it connects to %s. Fix the DataSource or the setting."
                .formatted(dialect.product(), product),
            null);
      }
      LOG.log(Level.INFO, "Database: {0} {1}", product, version);
    }
  }

  /**
   * A history under its former name is renamed last: if a migration fails, the earlier release
   * still finds it.
   */
  private void migrate(String history, MigrationVersion version) throws SQLException {
    if (new SchemaVersion(database).isCurrent()) return;
    var flyway = flyway(history, version);
    try {
      checkVersion(flyway);
      migrateOrBaseline(flyway, history);
    } catch (FlywayException e) {
      var current = preparation.prepare();
      if (current.equals(history)) throw e;
      migrate(current, version); // another server has renamed the history meanwhile
    }
    preparation.renameFormerHistory();
  }

  /**
   * A schema with tables but no history needs a baseline. Flyway's own baseline on migration fails
   * if another server creates the history at the same time. A former history that another server
   * has renamed needs none.
   */
  private static void migrateOrBaseline(Flyway flyway, String history) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      var isWithoutHistory =
          e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
      if (!isWithoutHistory || history.equals(SchemaHistory.FORMER_TABLE)) throw e;
      flyway.baseline();
      flyway.migrate();
    }
  }

  private Flyway flyway(String history, MigrationVersion version) {
    var configuration = configuration(history).target(version);
    useOneTransaction(configuration);
    return configuration.load();
  }

  /**
   * With a lock in a transaction, Flyway records migrations on PostgreSQL in that transaction, and
   * commits it after those of the migrations. If the database went away in between, they would have
   * run without a record.
   */
  private static void useOneTransaction(FluentConfiguration configuration) {
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
  }

  private FluentConfiguration configuration(String history) {
    return Flyway.configure(SchemaMigrator.class.getClassLoader())
        .dataSource(PatientConnections.of(database))
        .table(history)
        .locations("classpath:db/migration/" + database.dialect().folder())
        .failOnMissingLocations(true)
        .javaMigrations(dataMigrations.toArray(JavaMigration[]::new))
        .baselineVersion("0")
        .group(true);
  }

  private static void checkVersion(Flyway flyway) {
    var unknown =
        Stream.of(flyway.info().all())
            .filter(
                migration -> migration.getState().isApplied() && !migration.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .reduce((first, last) -> last);
    if (unknown.isPresent()) {
      throw StartupException.fatal(
          "The database schema (version %s) is newer than this release. Deploy the newer release, or run the undo scripts."
              .formatted(unknown.get()),
          null);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }
}
