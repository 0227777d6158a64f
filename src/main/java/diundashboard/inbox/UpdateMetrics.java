package diundashboard.inbox;

import diundashboard.counts.ImageCounts;
import diundashboard.counts.ImageProfile.Place;
import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.metrics.Gauges;
import diundashboard.platform.metrics.MetricSource;
import diundashboard.versions.ChangeKind;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Metrics of images, from their numbers in memory. */
@Dependent
public class UpdateMetrics implements MetricSource {

  private static final List<String> STATES = List.of("pending", "snoozed", "held", "done", "muted");

  private static final InboxFilter PENDING =
      new InboxFilter(UpdateState.PENDING, SearchQuery.ALL, TimeZoneParameter.DEFAULT);

  @Inject private ImageCounts images;
  @Inject private FacetDao facets;

  private record StateAndKind(String state, ChangeKind kind) {}

  @Override
  public List<GaugeSnapshot> read() {
    return List.of(updates(), oldestPending(Instant.now()));
  }

  private GaugeSnapshot updates() {
    var counts =
        images.current().byEach(image -> image.values(place -> true, UpdateMetrics::keyOf));
    var gauge =
        Gauges.builder(
            "diundashboard_updates",
            "Images by state and kind of update. An image with several on its hosts counts for each.");
    for (var state : STATES) {
      for (var kind : ChangeKind.values()) {
        var count = counts.getOrDefault(new StateAndKind(state, kind), 0L);
        gauge.dataPoint(Gauges.point(count, "state", state, "kind", kind.value()));
      }
    }
    return gauge.build();
  }

  private static StateAndKind keyOf(Place place) {
    return new StateAndKind(stateOf(place), place.kind());
  }

  private static String stateOf(Place place) {
    if (place.isHeld()) return SearchQuery.HELD;
    return place.state() == UpdateState.ACKNOWLEDGED ? "done" : place.state().value();
  }

  private GaugeSnapshot oldestPending(Instant now) {
    var gauge =
        Gauges.builder(
            "diundashboard_oldest_pending_seconds",
            "How long the oldest pending image of each kind has been pending.");
    oldest(now)
        .forEach(
            (kind, since) ->
                gauge.dataPoint(
                    Gauges.point(
                        Gauges.seconds(Duration.between(since, now)), "kind", kind.value())));
    return gauge.build();
  }

  private Map<ChangeKind, Instant> oldest(Instant now) {
    return images
        .oldestPending()
        .orElseGet(
            () ->
                facets.oldest(
                    new InboxQuery(PENDING, SortOrder.NEWEST, 1, null, Set.of()).at(now)));
  }
}
