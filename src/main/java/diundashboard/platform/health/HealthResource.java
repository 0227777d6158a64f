package diundashboard.platform.health;

import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** {@code /api/v1/health}: available even if the application is not ready. */
@Path("v1/health")
@Produces(MediaType.APPLICATION_JSON)
@Public("orchestrators have no credentials")
public class HealthResource {

  @Inject private HealthService health;
  @Inject private CurrentCaller caller;

  /** Liveness: if this does not respond, restart the application. */
  @GET
  @Path("live")
  public HealthResponse live() {
    return HealthResponse.live();
  }

  /**
   * Readiness: 503 with the cause if the application cannot serve requests. Only administrators see
   * the versions.
   */
  @GET
  @Path("ready")
  public Response ready() {
    var isAdmin = caller.get().filter(found -> found.role().includes(Role.ADMIN)).isPresent();
    var ready = isAdmin ? health.readyWithVersions() : health.ready();
    return Response.status(ready.isUp() ? Status.OK : Status.SERVICE_UNAVAILABLE)
        .entity(ready)
        .build();
  }
}
