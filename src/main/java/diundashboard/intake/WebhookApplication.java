package diundashboard.intake;

import diundashboard.platform.problem.ProblemTextMapper;
import diundashboard.platform.security.RequiresRoleFilter;
import diundashboard.platform.startup.ReadinessFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The webhook: an application of its own, as it stands beside the REST API and refuses in plain
 * sentences.
 */
@ApplicationPath("webhook")
public class WebhookApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        WebhookResource.class,
        ReadinessFilter.class,
        RequiresRoleFilter.class,
        ProblemTextMapper.class);
  }
}
