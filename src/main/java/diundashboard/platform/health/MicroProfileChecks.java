package diundashboard.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * The health of the application at the server's own endpoint, on servers with MicroProfile Health.
 * On others, {@code beans.xml} excludes this class.
 *
 * <p>Unlike {@code /api/v1/health}, they do not tell the cause, because servers publish them with
 * the health of other applications.
 */
@ApplicationScoped
public class MicroProfileChecks {

  private static final String NAME = "diundashboard";

  @Inject private HealthService health;

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up(NAME);
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () -> HealthCheckResponse.named(NAME).status(health.ready().isUp()).build();
  }
}
