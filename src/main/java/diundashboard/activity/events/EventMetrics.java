package diundashboard.activity.events;

import diundashboard.platform.metrics.Gauges;
import diundashboard.platform.metrics.MetricSource;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Metrics of event streams. */
@Dependent
public class EventMetrics implements MetricSource {

  @Inject private EventBroadcaster broadcaster;

  @Override
  public List<GaugeSnapshot> read() {
    return List.of(
        Gauges.of(
            "diundashboard_event_streams",
            "Open event streams of this server.",
            broadcaster.streams()));
  }
}
