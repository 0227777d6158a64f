package diundashboard.platform.startup;

import diundashboard.platform.config.BuildVersions;
import diundashboard.platform.config.Settings;
import diundashboard.platform.config.SettingsCheck;
import diundashboard.platform.config.StartupException;
import diundashboard.platform.database.DatabaseMove;
import diundashboard.platform.database.SchemaMigrator;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the settings, moves the database if that is set, and migrates the schema at startup.
 * Failures are logged and reported by {@link Readiness}. Retryable ones are retried every five
 * seconds.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StartupSequence {

  private static final Logger LOG = System.getLogger(StartupSequence.class.getName());

  private static final String MOVE_BEGINS =
      "Moving the database from {0}. Requests get 503 until that has ended.";

  private static final String MOVING = "Moving the database from %s: %d %%.";

  @Inject private Settings settings;
  @Inject private Instance<SettingsCheck> checks;
  @Inject private SchemaMigrator migrator;
  @Inject private DatabaseMove move;
  @Inject private Readiness readiness;
  @Inject private Event<ApplicationReady> ready;
  @Resource private ManagedExecutorService executor;

  private volatile boolean isRetryable;

  @PostConstruct
  void begin() {
    LOG.log(
        Level.INFO,
        "DiunDashboard {0}, Flyway {1}",
        BuildVersions.application(),
        BuildVersions.flyway());
    start();
  }

  private void start() {
    try {
      settings.validate(checks.stream());
      if (move.isRequired()) {
        isRetryable = false;
        LOG.log(Level.INFO, MOVE_BEGINS, move.source());
        executor.execute(this::moveDatabase);
        return;
      }
      migrator.migrate();
    } catch (RuntimeException e) {
      fail(e);
      return;
    }
    becomeReady();
  }

  /** Takes too long for the deployment, which ends after this bean has started. */
  private void moveDatabase() {
    try {
      move.run(percent -> readiness.notReady(MOVING.formatted(move.source(), percent)));
      migrator.migrate();
    } catch (RuntimeException e) {
      fail(e);
      return;
    }
    becomeReady();
  }

  private void becomeReady() {
    isRetryable = false;
    readiness.ready();
    ready.fire(new ApplicationReady());
  }

  /** The container runs the timer of a singleton in one thread at a time. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void retry() {
    if (isRetryable) start();
  }

  private void fail(RuntimeException failure) {
    var known = startupExceptionOf(failure);
    isRetryable = known.filter(StartupException::isRetryable).isPresent();
    var cause = known.map(Throwable::getMessage).orElseGet(() -> messageOf(failure));
    var isRepeated = readiness.cause().filter(cause::equals).isPresent();
    if (!isRepeated) LOG.log(Level.ERROR, "DiunDashboard cannot start: " + cause);
    readiness.notReady(cause);
  }

  /** Not every exception has a message, and without a cause the application counts as ready. */
  private static String messageOf(RuntimeException failure) {
    var root = StartupException.rootOf(failure);
    return Objects.requireNonNullElse(root.getMessage(), root.toString());
  }

  /** The container may have wrapped the exception. */
  private static Optional<StartupException> startupExceptionOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(StartupException.class::isInstance)
        .map(StartupException.class::cast)
        .findFirst();
  }
}
