package diundashboard.platform.health;

import diundashboard.platform.security.Public;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** {@code /api/v1/health}, which answers also while nothing else does. */
@Path(HealthResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Public("orchestrators sign in nowhere")
public class HealthResource {

  public static final String PATH = "v1/health";

  @Inject private HealthService health;

  /** The application runs; if it does not answer, start it anew. */
  @GET
  @Path("live")
  public HealthResponse live() {
    return HealthResponse.live();
  }

  /** The application can serve; while it cannot, 503 with the cause. */
  @GET
  @Path("ready")
  public Response ready() {
    var ready = health.ready();
    return Response.status(ready.isUp() ? Status.OK : Status.SERVICE_UNAVAILABLE)
        .entity(ready)
        .build();
  }
}
