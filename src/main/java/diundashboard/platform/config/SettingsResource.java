package diundashboard.platform.config;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/v1/settings}. */
@Path("v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class SettingsResource {

  @Inject private Settings settings;

  /** Lists the settings as they were read at startup. */
  @GET
  public List<SettingView> list() {
    return settings.views();
  }
}
