package diundashboard.intake;

import diundashboard.platform.problem.ProblemTextMapper;
import diundashboard.platform.security.RequiresRoleFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The JAX-RS application of the webhook. It is separate from the REST API because its URL is
 * outside {@code /api} and its errors are plain text.
 */
@ApplicationPath("webhook")
public class WebhookApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(WebhookResource.class, RequiresRoleFilter.class, ProblemTextMapper.class);
  }

  /** Jersey offers no description in WADL, which has no access rule. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
