package diundashboard.platform.metrics;

import diundashboard.platform.cache.SharedRead;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * All metrics of this server. Counters begin at zero when it starts.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class Metrics {

  @Inject private Instance<MetricSource> sources;

  private final PrometheusRegistry registry = new PrometheusRegistry();

  /** Scrapes that arrive at the same time share one reading of the database. */
  private final SharedRead<MetricSnapshots> current = new SharedRead<>(this::read);

  /** Without those that keep listeners in the JVM, which would outlive the application. */
  @PostConstruct
  void registerJvm() {
    JvmBufferPoolMetrics.builder().register(registry);
    JvmClassLoadingMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmMemoryMetrics.builder().register(registry);
    JvmRuntimeInfoMetric.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    ProcessMetrics.builder().register(registry);
  }

  /** Where features register their counters and histograms. */
  public PrometheusRegistry registry() {
    return registry;
  }

  /** Returns the current values of all metrics. */
  MetricSnapshots snapshots() {
    return current.get();
  }

  private MetricSnapshots read() {
    var all = MetricSnapshots.builder();
    registry.scrape().forEach(all::metricSnapshot);
    for (var source : sources) source.read().forEach(all::metricSnapshot);
    return all.build();
  }
}
