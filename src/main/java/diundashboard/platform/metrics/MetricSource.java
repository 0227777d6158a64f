package diundashboard.platform.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/**
 * Metrics of a feature that are read at each scrape, such as numbers of rows. What a feature counts
 * itself, it registers in {@link Metrics#registry()} instead.
 */
public interface MetricSource {

  /** Reads the current values. The values of labels must be bounded. */
  List<? extends MetricSnapshot> read();
}
