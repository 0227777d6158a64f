package diundashboard.hosts;

import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** {@code /api/v1/hosts}. */
@Path("v1/hosts")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class HostResource {

  @Inject private HostService hosts;
  @Inject private CachedResponses responses;

  /** Lists all hosts that are not merged into another one, by name. */
  @GET
  public Response list(@Context HttpHeaders headers, @Context Request request) {
    return responses.answer(
        headers,
        request,
        new ResponseKey(HostResource.class, hosts.version()),
        () -> JsonbProvider.writeBytes(hosts.list()));
  }
}
