package diundashboard.platform.startup;

import diundashboard.platform.config.InvalidSettingsException;
import diundashboard.platform.config.StartupException;
import diundashboard.platform.database.Database;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema up to date before the first request. What stands in the way is told in one
 * sentence, in the log and by {@link #fault()}; if it is something that may come by itself, such as
 * the database, it is tried again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StartupSequence {

  private static final Logger LOG = System.getLogger(StartupSequence.class.getName());

  @Inject private Database database;

  private volatile String fault = "DiunDashboard is still starting.";
  private volatile boolean passing;

  /** Why the application cannot serve, as a sentence that says what to do; empty once it can. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  @PostConstruct
  void start() {
    try {
      checkProduct(database);
      migrate(database);
      fault = null;
      passing = false;
    } catch (RuntimeException e) {
      var sentence = sentenceOf(e);
      if (!sentence.equals(fault)) LOG.log(Level.ERROR, "DiunDashboard cannot start: " + sentence);
      fault = sentence;
      passing = e instanceof StartupException failure && failure.isPassing();
    }
  }

  /** One thread at a time, as the container runs a timer of a singleton one after the other. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void retry() {
    if (passing) start();
  }

  /** The DataSource may hold anything, whatever its name says. */
  static void checkProduct(Database database) {
    var dialect = database.dialect();
    try (var connection = database.writer().getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals(dialect.product())) {
        throw StartupException.fatal(
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
      throw StartupException.retryable(
          "%s cannot be reached (%s); start it, or correct the address, user and password of its DataSource."
              .formatted(dialect.product(), rootOf(e).getMessage()),
          e);
    }
  }

  /**
   * Runs what is missing, all of it or nothing. A Go original's database, which has the tables of
   * V1 but no history of ours, is taken over.
   */
  public static void migrate(Database database) {
    var flyway =
        Flyway.configure(StartupSequence.class.getClassLoader())
            .dataSource(database.writer())
            .locations("classpath:db/migration/" + database.dialect().folder())
            .failOnMissingLocations(true)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .group(true)
            .load();
    try {
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw StartupException.fatal(
          "The database's schema cannot be brought up to date, and is as it was; deploy the application as it was released, or restore a backup. "
              + e.getMessage().strip().replaceAll("\\s*\\R\\s*", " "),
          e);
    }
  }

  private static void refuseNewer(Flyway flyway) {
    var newest =
        Stream.of(flyway.info().all())
            .filter(
                migration -> migration.getState().isApplied() && !migration.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .reduce((first, last) -> last);
    if (newest.isPresent()) {
      throw StartupException.fatal(
          "The database's schema is at version %s, which a newer DiunDashboard has made; deploy that one again, or go back with the undo scripts."
              .formatted(newest.get()),
          null);
    }
  }

  /**
   * What the operator has to know: the first message that was written for them, else that of the
   * innermost failure.
   */
  private static String sentenceOf(Throwable failure) {
    return causesOf(failure)
        .filter(
            cause -> cause instanceof StartupException || cause instanceof InvalidSettingsException)
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
