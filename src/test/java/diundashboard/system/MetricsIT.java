package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import diundashboard.Promtool;
import org.junit.jupiter.api.Test;

/** The metrics from the view of Prometheus. */
@ServerDependent
class MetricsIT {

  private static final String METRICS = "api/v1/metrics";

  @Test
  void promtoolAcceptsTheMetrics() {
    var server = Installation.SQLITE.empty();
    for (var name : Payloads.names()) server.notify(Payloads.read(name));
    server.notify(Payloads.of("nginx:1").replace("nas", "\\u0001\\\"\\\\\\n"));
    server.notify("{}");
    var metrics = server.get(METRICS);
    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain;");
    assertThat(Promtool.run(metrics.body(), "check", "metrics")).isEqualTo("0 ");
  }

  @Test
  void allMetricsOfTheApplicationAreThere() {
    var server = Installation.SQLITE.empty();
    server.notify(Payloads.of("nginx:1"));
    var metrics = server.get(METRICS).body();
    var types =
        metrics
            .lines()
            .filter(line -> line.startsWith("# TYPE diundashboard_"))
            .map(line -> line.replace("# TYPE diundashboard_", ""))
            .sorted()
            .toList();
    assertThat(types)
        .containsExactly(
            "event_streams gauge",
            "host_last_report_seconds gauge",
            "host_silent gauge",
            "hosts gauge",
            "notifications_total counter",
            "oldest_pending_seconds gauge",
            "rejected_total counter",
            "request_duration_seconds histogram",
            "silent_hosts gauge",
            "updates gauge",
            "webhook_duration_seconds histogram");
    assertThat(metrics)
        .contains(
            "diundashboard_updates{kind=\"rebuild\",state=\"pending\"} 1.0\n",
            "diundashboard_hosts 1.0\n",
            "diundashboard_host_silent{host=\"nas\",name=\"nas\"} 0.0\n",
            "jvm_memory_used_bytes{area=\"heap\"}",
            "process_cpu_seconds_total ");
  }

  @Test
  void notificationsAreCounted() {
    var server = Installation.SQLITE.server();
    var stored = "diundashboard_notifications_total{provider=\"docker\",result=\"stored\"}";
    var rejected = "diundashboard_rejected_total{reason=\"invalid-notification\"}";
    var webhook = "diundashboard_webhook_duration_seconds_count{code=\"%s\"}";
    server.notify(Payloads.of("nginx:1"));
    server.notify("{}");
    var before = server.get(METRICS).body();
    server.notify(Payloads.of("nginx:1"));
    server.notify("{}");
    server.notify("{}");
    var after = server.get(METRICS).body();
    assertThat(value(after, stored) - value(before, stored)).isEqualTo(1);
    assertThat(value(after, rejected) - value(before, rejected)).isEqualTo(2);
    assertThat(value(after, webhook.formatted("2xx")) - value(before, webhook.formatted("2xx")))
        .isEqualTo(1);
    assertThat(value(after, webhook.formatted("4xx")) - value(before, webhook.formatted("4xx")))
        .isEqualTo(2);
  }

  @Test
  void openMetricsIsAvailable() {
    var answer =
        Installation.SQLITE
            .server()
            .send(
                "GET",
                METRICS,
                null,
                "Accept",
                "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.5");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/openmetrics-text;");
    assertThat(answer.body()).endsWith("# EOF\n");
  }

  private static double value(String metrics, String series) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
