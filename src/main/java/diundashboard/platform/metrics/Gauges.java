package diundashboard.platform.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;

/** Creates the gauges of a {@link MetricSource}. */
public final class Gauges {

  private static final double MILLIS_PER_SECOND = 1000;

  private Gauges() {}

  /** Returns a gauge without labels. */
  public static GaugeSnapshot of(String name, String help, double value) {
    return builder(name, help).dataPoint(point(value)).build();
  }

  /** Begins a gauge with labels. */
  public static GaugeSnapshot.Builder builder(String name, String help) {
    return GaugeSnapshot.builder().name(name).help(help);
  }

  /**
   * Returns the value for some labels.
   *
   * @param labels names, each followed by its value
   */
  public static GaugeDataPointSnapshot point(double value, String... labels) {
    return GaugeDataPointSnapshot.builder().value(value).labels(Labels.of(labels)).build();
  }

  /** Returns a duration in seconds, the unit of Prometheus. */
  public static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS_PER_SECOND;
  }
}
