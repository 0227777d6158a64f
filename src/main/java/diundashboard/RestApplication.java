package diundashboard;

import diundashboard.activity.ActivityResource;
import diundashboard.feed.FeedResource;
import diundashboard.health.HealthResource;
import diundashboard.health.ReadinessFilter;
import diundashboard.hosts.HostMergeResource;
import diundashboard.hosts.HostNameResource;
import diundashboard.hosts.HostResource;
import diundashboard.inbox.AcknowledgementResource;
import diundashboard.inbox.ImageResource;
import diundashboard.inbox.ReopeningResource;
import diundashboard.inbox.SnoozeResource;
import diundashboard.inbox.UpdateResource;
import diundashboard.insights.InsightsResource;
import diundashboard.notifications.NotificationResource;
import diundashboard.openapi.OpenApiResource;
import diundashboard.problem.ProblemMapper;
import diundashboard.security.AccessFilter;
import diundashboard.settings.SettingsResource;
import diundashboard.signin.SessionResource;
import diundashboard.tags.BulkTaggingResource;
import diundashboard.tags.TagAssignmentResource;
import diundashboard.tags.TagDetailsResource;
import diundashboard.tags.TagResource;
import diundashboard.tokens.TokenResource;
import diundashboard.web.Gzip;
import diundashboard.web.Json;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The REST API. Its classes are listed, as a server that scans may pick up another JSON provider
 * from a library.
 */
@ApplicationPath("api")
public class RestApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        UpdateResource.class,
        ImageResource.class,
        AcknowledgementResource.class,
        SnoozeResource.class,
        ReopeningResource.class,
        TagResource.class,
        TagAssignmentResource.class,
        TagDetailsResource.class,
        BulkTaggingResource.class,
        NotificationResource.class,
        HostResource.class,
        HostNameResource.class,
        HostMergeResource.class,
        InsightsResource.class,
        ActivityResource.class,
        FeedResource.class,
        HealthResource.class,
        OpenApiResource.class,
        SessionResource.class,
        TokenResource.class,
        SettingsResource.class,
        ReadinessFilter.class,
        AccessFilter.class,
        ProblemMapper.class,
        Json.class,
        Gzip.class);
  }
}
