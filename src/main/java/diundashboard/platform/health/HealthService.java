package diundashboard.platform.health;

import static java.util.concurrent.TimeUnit.SECONDS;

import diundashboard.platform.database.Database;
import diundashboard.platform.security.Public;
import diundashboard.platform.startup.StartupSequence;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Finds out whether the application can serve. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Public("orchestrators sign in nowhere")
public class HealthService {

  private static final int LIMIT_SECONDS = 3;

  @Inject private StartupSequence migrations;
  @Inject private Database database;
  @Resource private ManagedExecutorService executor;

  /** Asks the database, for three seconds at most: a frozen one does not answer at all. */
  public HealthResponse ready() {
    return migrations.fault().map(HealthResponse::notReady).orElseGet(this::pinged);
  }

  private HealthResponse pinged() {
    var ping = executor.submit(database::ping);
    try {
      ping.get(LIMIT_SECONDS, SECONDS);
      return HealthResponse.ready();
    } catch (ExecutionException e) {
      return HealthResponse.notReady(
          "The database is not available; start it, or look into the server's log.");
    } catch (TimeoutException e) {
      ping.cancel(true);
      return HealthResponse.notReady(
          "The database does not answer within " + LIMIT_SECONDS + " seconds; see to it.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HealthResponse.notReady("The server is stopping.");
    }
  }
}
