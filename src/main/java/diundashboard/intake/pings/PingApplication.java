package diundashboard.intake.pings;

import diundashboard.platform.problem.ProblemTextMapper;
import diundashboard.platform.security.RequiresRoleFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The JAX-RS application of pings. It is separate from the REST API for the same reasons as that of
 * the webhook.
 */
@ApplicationPath("ping")
public class PingApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(PingResource.class, RequiresRoleFilter.class, ProblemTextMapper.class);
  }

  /** Jersey offers no description in WADL, which has no access rule. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
