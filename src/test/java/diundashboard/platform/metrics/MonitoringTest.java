package diundashboard.platform.metrics;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Promtool;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for Prometheus and Grafana. */
class MonitoringTest {

  private static final Path FOLDER = Path.of("server-config/monitoring");

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:diundashboard|jvm|process)_\\w+?(?=(?:_bucket|_count)?\\b)");

  private static final Pattern NAME = Pattern.compile("\"(diundashboard_\\w+)\"");

  @Test
  void promtoolAcceptsTheConfiguration(@TempDir Path folder) throws IOException {
    copy("alerts.yml", folder);
    Files.createFile(folder.resolve("diundashboard.token"));
    var configuration = copy("prometheus.yml", folder);
    assertThat(check(configuration)).startsWith("0 ");
    var open =
        Files.readString(configuration)
            .replaceFirst(" +authorization:\\R +credentials_file: .*\\R", "");
    assertThat(open).doesNotContain("credentials_file");
    assertThat(check(Files.writeString(configuration, open))).startsWith("0 ");
  }

  @Test
  void alertsAreRaisedWhenTheyShould() {
    assertThat(Promtool.run("", "test", "rules", FOLDER.resolve("alerts_test.yml").toString()))
        .startsWith("0 ");
  }

  @Test
  void everyAlertIsTested() throws IOException {
    var tests = read("alerts_test.yml");
    assertThat(found(Pattern.compile("- alert: (\\w+)"), read("alerts.yml")))
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(tests).contains("alertname: " + alert));
  }

  @Test
  void promtoolAcceptsTheQueriesOfTheDashboard(@TempDir Path folder) throws IOException {
    var rules =
        queries()
            .map(query -> query.replace("$__rate_interval", "5m"))
            .map(query -> "  - {record: query, expr: %s}\n".formatted(Json.createValue(query)))
            .collect(joining("", "groups:\n- name: queries\n  rules:\n", ""));
    var file = Files.writeString(folder.resolve("queries.yml"), rules);
    assertThat(Promtool.run("", "check", "rules", "--lint=none", file.toString())).startsWith("0 ");
  }

  @Test
  void everyMetricExists() throws IOException {
    var used = found(METRIC, read("alerts.yml"));
    used.addAll(found(METRIC, read("dashboard.json")));
    assertThat(used).contains("diundashboard_updates", "process_cpu_seconds_total");
    assertThat(metrics()).containsAll(used);
  }

  /** Those that the sources name, and those of the JVM. */
  private static Set<String> metrics() throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        names.addAll(found(NAME, Files.readString(file)));
      }
    }
    var jvm = new Metrics();
    jvm.registerJvm();
    for (var metric : jvm.registry().scrape()) {
      var name = metric.getMetadata().getPrometheusName();
      names.add(metric instanceof CounterSnapshot ? name + "_total" : name);
    }
    return names;
  }

  private static Stream<String> queries() throws IOException {
    try (var reader = Json.createReader(new StringReader(read("dashboard.json")))) {
      return reader.readObject().getJsonArray("panels").getValuesAs(JsonObject.class).stream()
          .flatMap(panel -> panel.getJsonArray("targets").stream())
          .map(JsonValue::asJsonObject)
          .map(target -> target.getString("expr"));
    }
  }

  /** Returns the first groups of all matches, or the matches of a pattern without groups. */
  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(toCollection(TreeSet::new));
  }

  private static String check(Path configuration) {
    return Promtool.run("", "check", "config", "--lint-fatal", configuration.toString());
  }

  private static Path copy(String name, Path folder) throws IOException {
    return Files.copy(FOLDER.resolve(name), folder.resolve(name));
  }

  private static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
