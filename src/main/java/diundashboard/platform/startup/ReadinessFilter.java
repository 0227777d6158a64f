package diundashboard.platform.startup;

import diundashboard.platform.health.HealthResource;
import diundashboard.platform.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * Turns requests away while the application cannot serve, before they reach what may not even be
 * constructed.
 */
@Provider
@PreMatching
public class ReadinessFilter implements ContainerRequestFilter {

  private static final String RETRY_AFTER_SECONDS = "10";

  @Inject private StartupSequence migrations;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().contains(HealthResource.PATH)) check(migrations);
  }

  /** Refuses a request while the application cannot serve. */
  public static void check(StartupSequence migrations) {
    if (migrations.fault().isPresent()) {
      throw ProblemException.of(
          Status.SERVICE_UNAVAILABLE,
          "DiunDashboard is not ready; its log and api/v1/health/ready tell why.",
          Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }
  }
}
