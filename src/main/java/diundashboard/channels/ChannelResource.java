package diundashboard.channels;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/v1/channels}. */
@Path("v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class ChannelResource {

  @Inject private ChannelService channels;

  /** Lists the channels in the order of the settings. */
  @GET
  public List<ChannelView> list() {
    return channels.list();
  }

  /** Sends a test message and waits until the destination has accepted it. */
  @POST
  @Path("{name}/test")
  public void test(@PathParam("name") String name) {
    channels.sendTest(name);
  }
}
