package diundashboard.platform.database;

import diundashboard.platform.config.StartupException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Migrates the schema of the database to the version of this release. */
@Dependent
public class SchemaMigrator {

  private static final Logger LOG = System.getLogger(SchemaMigrator.class.getName());

  private final Database database;

  @Inject
  public SchemaMigrator(Database database) {
    this.database = database;
  }

  /**
   * Runs all pending migrations, or none if one fails. A database of the Go original has the tables
   * of V1 but no migration history: V1 leaves its tables and rows as they are.
   *
   * @throws StartupException if the database is unreachable or of another product, or if a
   *     migration fails
   */
  public void migrate() {
    checkProduct();
    var flyway =
        Flyway.configure(SchemaMigrator.class.getClassLoader())
            .dataSource(database.writer())
            .locations("classpath:db/migration/" + database.dialect().folder())
            .failOnMissingLocations(true)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .group(true)
            .load();
    try {
      checkVersion(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw StartupException.fatal(
          "Schema migration failed and was rolled back. Deploy an unmodified release, or restore a backup. "
              + e.getMessage().strip().replaceAll("\\s*\\R\\s*", " "),
          e);
    }
  }

  /** Only the name of the DataSource says which product it connects to. */
  private void checkProduct() {
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
    } catch (SQLException e) {
      throw StartupException.retryable(
          "Cannot connect to %s (%s). Start it, or check the URL, user and password of the DataSource."
              .formatted(dialect.product(), StartupException.rootOf(e).getMessage()),
          e);
    }
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
}
