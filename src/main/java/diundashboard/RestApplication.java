package diundashboard;

import diundashboard.access.signin.SessionResource;
import diundashboard.access.tokens.TokenResource;
import diundashboard.actions.ActionResource;
import diundashboard.actions.NoteResource;
import diundashboard.actions.PastActionResource;
import diundashboard.activity.ActivityResource;
import diundashboard.activity.feed.FeedResource;
import diundashboard.channels.ChannelResource;
import diundashboard.goapi.GoTagAssignmentResource;
import diundashboard.goapi.GoTagResource;
import diundashboard.goapi.GoUpdateResource;
import diundashboard.heartbeats.HeartbeatResource;
import diundashboard.holds.ImageHoldResource;
import diundashboard.hosts.AlarmMuteResource;
import diundashboard.hosts.HostMergeResource;
import diundashboard.hosts.HostNameResource;
import diundashboard.hosts.HostResource;
import diundashboard.hosts.UnknownHostResource;
import diundashboard.idempotency.IdempotencyFilter;
import diundashboard.imports.ImportResource;
import diundashboard.inbox.ExportResource;
import diundashboard.inbox.ImageResource;
import diundashboard.inbox.InboxResource;
import diundashboard.insights.InsightsResource;
import diundashboard.intake.RejectionResource;
import diundashboard.intake.TestNotificationResource;
import diundashboard.platform.backup.BackupResource;
import diundashboard.platform.config.SettingsResource;
import diundashboard.platform.health.HealthResource;
import diundashboard.platform.http.BasicChallengeFilter;
import diundashboard.platform.http.GzipInterceptor;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.metrics.MetricsResource;
import diundashboard.platform.openapi.OpenApiResource;
import diundashboard.platform.problem.ProblemJsonMapper;
import diundashboard.platform.security.RequiresRoleFilter;
import diundashboard.preferences.PreferencesResource;
import diundashboard.summary.BadgeResource;
import diundashboard.summary.SummaryResource;
import diundashboard.tags.TagAssignmentResource;
import diundashboard.tags.TagResource;
import diundashboard.views.SavedViewResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The REST API. Its classes are listed, because a server that scans for them may pick up another
 * JSON provider from a library.
 */
@ApplicationPath("api")
public class RestApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        GoUpdateResource.class,
        ImageResource.class,
        ExportResource.class,
        InboxResource.class,
        NoteResource.class,
        ActionResource.class,
        PastActionResource.class,
        GoTagResource.class,
        GoTagAssignmentResource.class,
        TagResource.class,
        TagAssignmentResource.class,
        TestNotificationResource.class,
        RejectionResource.class,
        HostResource.class,
        UnknownHostResource.class,
        HostNameResource.class,
        HostMergeResource.class,
        AlarmMuteResource.class,
        HeartbeatResource.class,
        ImageHoldResource.class,
        ImportResource.class,
        InsightsResource.class,
        ActivityResource.class,
        FeedResource.class,
        SummaryResource.class,
        BadgeResource.class,
        HealthResource.class,
        MetricsResource.class,
        OpenApiResource.class,
        SessionResource.class,
        TokenResource.class,
        ChannelResource.class,
        PreferencesResource.class,
        SavedViewResource.class,
        SettingsResource.class,
        BackupResource.class,
        RequiresRoleFilter.class,
        IdempotencyFilter.class,
        BasicChallengeFilter.class,
        ProblemJsonMapper.class,
        JsonbProvider.class,
        GzipInterceptor.class);
  }

  /** Jersey offers no description in WADL, which has no access rule. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
