package diundashboard.platform.health;

import diundashboard.platform.config.BuildVersions;
import diundashboard.platform.database.DatabaseCheck;
import diundashboard.platform.security.Public;
import diundashboard.platform.startup.Readiness;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Checks whether the application can serve requests. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Public("orchestrators have no credentials")
public class HealthService {

  @Inject private Readiness readiness;
  @Inject private DatabaseCheck database;
  @Inject private SharedCheck check;
  @Inject private Instance<HealthNotice> notices;
  @Resource private ManagedExecutorService executor;

  /**
   * Checks readiness and the database, with a time limit, because a frozen database never answers.
   */
  public HealthResponse ready() {
    return readiness.cause().map(HealthResponse::notReady).orElseGet(this::checked);
  }

  /** Checks the same, and adds the versions, which are for administrators. */
  public HealthResponse readyWithVersions() {
    var ready = ready();
    if (!ready.isUp()) return ready;
    var versions = new LinkedHashMap<String, String>();
    versions.put("diundashboard", BuildVersions.application());
    versions.put("database", database.productVersion());
    versions.put("schema", database.schemaVersion());
    versions.put("flyway", BuildVersions.flyway());
    return ready.with(new HealthResponse.Check("versions", "UP", versions));
  }

  private List<HealthResponse.Check> failing() {
    return notices.stream()
        .flatMap(
            part ->
                part.problem().stream()
                    .map(cause -> HealthResponse.Check.failing(part.name(), cause)))
        .toList();
  }

  private HealthResponse checked() {
    try {
      return check
          .result(database::problem, executor)
          .map(HealthResponse::notReady)
          .orElseGet(() -> HealthResponse.ready(failing()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      return HealthResponse.notReady(
          "The database did not respond within %d seconds. Check its load and locks."
              .formatted(SharedCheck.LIMIT.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HealthResponse.notReady("The server is stopping.");
    }
  }
}
