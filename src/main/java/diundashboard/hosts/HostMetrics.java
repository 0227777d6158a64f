package diundashboard.hosts;

import static java.util.Comparator.comparing;

import diundashboard.heartbeats.HostHeartbeat;
import diundashboard.heartbeats.Run;
import diundashboard.platform.metrics.Gauges;
import diundashboard.platform.metrics.MetricSource;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Metrics of hosts, and of those that reported last one by one. */
@Dependent
public class HostMetrics implements MetricSource {

  /** Senders choose the names of hosts, so their number is unlimited. */
  static final int MAX_HOSTS = 200;

  @Inject private HostDao hosts;

  @Override
  public List<GaugeSnapshot> read() {
    var now = Instant.now();
    var all = hosts.list(now);
    var last =
        all.stream().sorted(comparing(Host::lastSeenAt).reversed()).limit(MAX_HOSTS).toList();
    return List.of(
        Gauges.of("diundashboard_hosts", "Hosts that have reported.", all.size()),
        Gauges.of(
            "diundashboard_silent_hosts",
            "Hosts whose Diun has not reported for longer than usual, except muted ones.",
            (double) all.stream().filter(Host::raisesAlarm).count()),
        lastReports(last, now),
        silent(last),
        runErrors(last));
  }

  private static GaugeSnapshot lastReports(List<Host> hosts, Instant now) {
    var gauge =
        Gauges.builder(
            "diundashboard_host_last_report_seconds",
            "Time since the last notification or ping of a host.");
    for (var host : hosts) {
      var age = Gauges.seconds(Duration.between(host.lastSeenAt(), now));
      gauge.dataPoint(Gauges.point(age, labelsOf(host)));
    }
    return gauge.build();
  }

  private static GaugeSnapshot silent(List<Host> hosts) {
    var gauge =
        Gauges.builder(
            "diundashboard_host_silent",
            "1 if Diun on a host has not reported for longer than usual and the alarm is not muted.");
    for (var host : hosts) {
      gauge.dataPoint(Gauges.point(host.raisesAlarm() ? 1 : 0, labelsOf(host)));
    }
    return gauge.build();
  }

  private static GaugeSnapshot runErrors(List<Host> hosts) {
    var gauge =
        Gauges.builder(
            "diundashboard_host_run_errors",
            "Tags that the last finished run of Diun on a host could not check, by its heartbeat.");
    for (var host : hosts) {
      lastErrors(host).ifPresent(errors -> gauge.dataPoint(Gauges.point(errors, labelsOf(host))));
    }
    return gauge.build();
  }

  private static Optional<Integer> lastErrors(Host host) {
    return Optional.ofNullable(host.heartbeat()).map(HostHeartbeat::runs).orElse(List.of()).stream()
        .map(Run::errors)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later);
  }

  private static String[] labelsOf(Host host) {
    return new String[] {"host", host.host(), "name", host.displayName()};
  }
}
