package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The activity log in the REST API. */
@ParameterizedClass
@EnumSource
class ActivityIT {

  private static final Pattern IMAGE = Pattern.compile("\"image\":\"(\\w+)");
  private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void pagesCoverAllEntries() {
    for (var image : List.of("a", "b", "c", "d", "e")) server.notify(Payloads.of(image));
    var images = new ArrayList<String>();
    var query = "?limit=2";
    while (query != null) {
      var page = server.get("api/v1/activity" + query).body();
      IMAGE.matcher(page).results().forEach(match -> images.add(match.group(1)));
      var next = NEXT.matcher(page);
      query = next.find() ? "?limit=2&cursor=" + next.group(1) : null;
    }
    assertThat(images).containsExactly("e", "d", "c", "b", "a");
  }

  @Test
  void everyParameterFiltersTheList() {
    server.notify(Payloads.of("nginx:1"));
    server.notify(Payloads.of("redis:8").replace("nas", "vps"));
    server.send("PATCH", "api/updates/nginx:1", null);
    assertThat(images("?image=nginx:1@sha256:" + "0".repeat(64))).containsExactly("nginx", "nginx");
    assertThat(images("?kind=acknowledged,reopened")).containsExactly("nginx");
    assertThat(images("?host=vps")).containsExactly("redis");
    assertThat(images("?actor=nas")).containsExactly("nginx");
    assertThat(images("?from=2999-01-01T00:00:00%2B01:00")).isEmpty();
    assertThat(images("?to=2999-01-01T00:00:00Z&kind=notified")).containsExactly("redis", "nginx");
  }

  private List<String> images(String query) {
    return IMAGE
        .matcher(server.get("api/v1/activity" + query).body())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void entriesOlderThanTheRetentionPeriodAreDeleted() {
    installation.change(
        "INSERT INTO activity (at, kind, image) VALUES ('2020-01-01T00:00:00.000Z', 'noted', 'old')");
    server.notify(Payloads.of("new"));
    await().atMost(Duration.ofSeconds(15)).until(() -> images("").equals(List.of("new")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image=| image | The image is empty. Use a reference such as docker.io/library/nginx:latest. | \"code\":\"missing-image\"",
        "host= | host | The parameter host is empty. Pass a value, or omit the parameter. | \"code\":\"empty-parameter\",\"params\":{\"parameter\":\"host\"}",
        "actor=%20 | actor | The parameter actor is empty. Pass a value, or omit the parameter. | \"code\":\"empty-parameter\",\"params\":{\"parameter\":\"actor\"}",
        "kind=acknowledged,done | kind | Unknown kind 'done'. Use a comma-separated list of: notified, replaced, test_received, notification_rejected, rejection_retried, rejection_deleted, acknowledged, reopened, snoozed, woken, muted, unmuted, removed, restored, reopening_undone, imported, import_undone, tagged, untagged, noted, hold_changed, tag_created, tag_changed, tag_deleted, host_renamed, host_merged, host_separated, host_alarm_muted, host_alarm_unmuted, host_silent, host_removed, host_restored, heartbeat_created, heartbeat_revoked, run_failed, token_created, token_revoked. | \"code\":\"unknown-activity-kind\",\"params\":{\"value\":\"done\"}",
        "from=yesterday | from | Invalid time 'yesterday'. Use RFC 3339, such as 2026-11-30T08:00:00Z. In a URL, encode + as %2B. | \"code\":\"invalid-time\",\"params\":{\"value\":\"yesterday\"}",
        "to=%2B999999999-01-01T00:00:00Z | to | Invalid time '+999999999-01-01T00:00:00Z'. Use RFC 3339, such as 2026-11-30T08:00:00Z. In a URL, encode + as %2B. | \"code\":\"invalid-time\",\"params\":{\"value\":\"+999999999-01-01T00:00:00Z\"}",
        "limit=0 | limit | Invalid limit '0'. Use an integer from 1 to 500. | \"code\":\"invalid-limit\",\"params\":{\"value\":\"0\",\"max\":500}",
        "cursor=x | cursor | Invalid cursor. Pass next_cursor from the previous response unchanged, or omit it to start at the first page. | \"code\":\"invalid-cursor\""
      })
  void invalidParametersNameTheFieldAndTheRemedy(
      String query, String field, String detail, String code) {
    UpdatesIT.assertProblem(
        server.get("api/v1/activity?" + query),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"%s\",\"field\":\"%s\",%s}"
            .formatted(detail, field, code));
  }
}
