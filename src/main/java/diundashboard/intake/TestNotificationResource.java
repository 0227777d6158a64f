package diundashboard.intake;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/v1/notifications}. */
@Path("v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class TestNotificationResource {

  @Inject private NotificationService notifications;

  /** Lists the last test notification of each host, newest first. */
  @GET
  @Path("tests")
  public List<TestNotification> tests() {
    return notifications.tests();
  }
}
