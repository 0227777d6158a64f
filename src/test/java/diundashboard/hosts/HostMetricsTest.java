package diundashboard.hosts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class HostMetricsTest {

  @Test
  void aMutedHostDoesNotCountAsSilent(Database database) {
    var now = Instant.now();
    var hosts = Beans.on(database).get(HostDao.class);
    hosts.recordContact("nas", "", now);
    hosts.recordContact("pi", "", now.minus(Duration.ofDays(20)));
    hosts.recordContact("old", "", now.minus(Duration.ofDays(20)));
    hosts.rename("pi", "kitchen");
    hosts.mute("old", AlarmMute.until("next-report", now));
    var metrics = Beans.on(database).get(HostMetrics.class).read();
    assertThat(values(metrics, "diundashboard_hosts")).isEqualTo(Map.of("{}", 3.0));
    assertThat(values(metrics, "diundashboard_silent_hosts")).isEqualTo(Map.of("{}", 1.0));
    assertThat(values(metrics, "diundashboard_host_silent"))
        .isEqualTo(
            Map.of(
                "{host=\"nas\",name=\"nas\"}", 0.0,
                "{host=\"pi\",name=\"kitchen\"}", 1.0,
                "{host=\"old\",name=\"old\"}", 0.0));
  }

  /** Returns the values of a metric by its labels. */
  private static Map<String, Double> values(List<GaugeSnapshot> metrics, String name) {
    return metrics.stream()
        .filter(metric -> metric.getMetadata().getName().equals(name))
        .flatMap(metric -> metric.getDataPoints().stream())
        .collect(toMap(point -> point.getLabels().toString(), GaugeDataPointSnapshot::getValue));
  }
}
