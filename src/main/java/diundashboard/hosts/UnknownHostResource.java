package diundashboard.hosts;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/**
 * {@code /api/v1/hosts/unknown}: names that actions ask for and that never reported. The name to
 * dismiss is in the body, as for {@link HostNameResource}.
 */
@Path("v1/hosts/unknown")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class UnknownHostResource {

  @Inject private UnknownHostService unknownHosts;

  /** Lists the names, the last asked for first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public List<UnknownHost> list() {
    return unknownHosts.list();
  }

  /** Removes {@code name} from the list. */
  @DELETE
  public void dismiss(InputStream body) {
    unknownHosts.dismiss(JsonBody.of(body).text("name"));
  }
}
