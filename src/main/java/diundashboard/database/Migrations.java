package diundashboard.database;

import diundashboard.settings.SettingsException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date before the first request, or stops the deployment with one sentence
 * in the log.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

  private static final Logger LOG = System.getLogger(Migrations.class.getName());

  @Inject private Database database;

  @PostConstruct
  void migrate() {
    try {
      checkProduct();
      migrate(database);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "DiunDashboard cannot start: " + sentenceOf(e));
      throw e;
    }
  }

  /** The DataSource may hold anything, whatever its name says. */
  private void checkProduct() {
    var dialect = database.dialect();
    try (var connection = database.writer().getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals(dialect.product())) {
        throw new StartupException(
            "The DataSource named for %s leads to %s; correct the DataSource, or diun.datasource (DIUN_DATASOURCE)."
                .formatted(dialect.product(), product),
            null);
      }
      LOG.log(
          Level.INFO,
          "Database: {0} {1}",
          product,
          connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      throw new StartupException(
          "%s cannot be reached (%s); start it, or correct the address, user and password of its DataSource."
              .formatted(dialect.product(), rootOf(e).getMessage()),
          e);
    }
  }

  /**
   * Runs what is missing; a Go original's database, which has the tables of V1 but no history of
   * ours, is taken over.
   */
  static void migrate(Database database) {
    try {
      flyway(database).migrate();
    } catch (FlywayException e) {
      throw new StartupException(
          "The database's schema could not be brought up to date: " + e.getMessage().strip(), e);
    }
  }

  private static Flyway flyway(Database database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.writer())
        .locations("classpath:db/migration/" + database.dialect().folder())
        .failOnMissingLocations(true)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  /**
   * What the operator has to know: the message of the innermost failure that was written for them,
   * else of the innermost.
   */
  private static String sentenceOf(Throwable failure) {
    return causesOf(failure)
        .filter(cause -> cause instanceof StartupException || cause instanceof SettingsException)
        .findFirst()
        .orElseGet(() -> rootOf(failure))
        .getMessage();
  }

  private static Throwable rootOf(Throwable failure) {
    return causesOf(failure).reduce(failure, (outer, inner) -> inner);
  }

  private static Stream<Throwable> causesOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
