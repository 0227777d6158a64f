package diundashboard.hosts;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/v1/hosts}. */
@Path("v1/hosts")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class HostResource {

  @Inject private HostService hosts;

  /** Lists all hosts that are not merged into another one, by name. */
  @GET
  public List<Host> list() {
    return hosts.list();
  }
}
