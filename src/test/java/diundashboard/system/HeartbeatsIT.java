package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Diun's pings, as for a Healthchecks server. */
@ServerDependent
@EachDatabase
class HeartbeatsIT {

  private static final String COUNTS =
      """
      41 tag(s) have been scanned:
      * 2 new tag(s) found
      * 1 tag(s) updated
      * 37 tag(s) unchanged
      * 0 tag(s) skipped
      * 1 tag(s) with error""";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void aHostIsSilentWhenItsRunsStop() {
    var created = create("nas");
    assertThat(created.toString().replaceAll("[-0-9a-f]{36}", "UUID").replaceAll(":\\d+,", ":ID,"))
        .isEqualTo(
            "{\"id\":ID,\"host\":\"nas\",\"uuid\":\"UUID\",\"base_url\":\"%sping/\"}"
                .formatted(server.uri()));
    var uuid = created.getString("uuid");
    assertThat(hosts()).isEqualTo("[]");
    for (int run = 0; run < 2; run++) {
      assertOk(ping("POST", uuid + "/start", null));
      assertOk(ping("POST", uuid, COUNTS));
    }
    var runs = run(COUNTED) + "," + run(COUNTED);
    assertThat(hosts())
        .isEqualTo("[" + host("null", "reporting", heartbeat("TIME", "null", 0, runs)) + "]");

    var ahead = Duration.ofHours(13);
    goBack(ahead);
    assertThat(hosts())
        .isEqualTo("[" + host("\"TIME\"", "silent", heartbeat("TIME", "null", 0, runs)) + "]");

    assertOk(ping("POST", uuid + "/start", null));
    assertOk(ping("POST", uuid + "/fail", "Application closed"));
    var failed = runs + "," + run("null,null,null,null,null,null,true");
    assertThat(hosts())
        .isEqualTo(
            "[" + host("\"TIME\"", "silent", heartbeat("TIME", "\"TIME\"", 0, failed)) + "]");

    assertOk(ping("GET", uuid, null));
    assertThat(hosts()).contains("\"silent_since\":null,\"state\":\"reporting\"");
  }

  /** Moves all times into the past, instead of the clock into the future. */
  private void goBack(Duration by) {
    var then = Instant.now().minus(by);
    installation.change("UPDATE hosts SET last_seen_at = '%s'".formatted(then));
    installation.change(
        "UPDATE heartbeat_runs SET started_at = '%1$s', ended_at = '%1$s'".formatted(then));
    installation.change(
        "UPDATE heartbeats SET pings = pings + 1, last_started_at = '%1$s', last_ended_at = '%1$s'"
            .formatted(then));
  }

  @Test
  void pingsAreThoseOfHealthchecks() {
    var uuid = create("nas").getString("uuid");
    var paths = Stream.of("/start", "/fail", "/0", "/1", "/start?rid=x", "");
    assertThat(paths)
        .allSatisfy(
            path -> {
              assertOk(ping("GET", uuid + path, null));
              assertOk(ping("POST", uuid.toUpperCase(Locale.ROOT) + path, "x"));
              assertThat(ping("HEAD", uuid + path, null).statusCode()).isEqualTo(200);
            });
    assertThat(ping("POST", uuid + "/log", "x").statusCode()).isEqualTo(404);
    assertThat(ping("DELETE", uuid, null).body()).startsWith("Method not allowed. Use ");
    assertOk(ping("POST", uuid, COUNTS + "x".repeat(2_000_000)));
    assertThat(hosts()).contains("\"errors\":1,\"failed\":false}]}");
    assertThat(server.send("POST", "ping/" + uuid, "", "Origin", "https://evil.example").body())
        .isEqualTo("Cross-site request blocked. Other sites cannot send pings.");
  }

  @Test
  void concurrentPingsAreAllStored() throws Exception {
    var uuid = create("nas").getString("uuid");
    var pings =
        Collections.<Callable<Integer>>nCopies(40, () -> ping("POST", uuid, COUNTS).statusCode());
    assertThat(GroupCommitIT.send(pings)).isEqualTo(Map.of(200, 40L));
    assertThat(installation.query("SELECT count(*) FROM heartbeat_runs WHERE errors = 1"))
        .isEqualTo("40");
    assertThat(installation.query("SELECT pings FROM heartbeats")).isEqualTo("40");
  }

  @Test
  void aRevokedHeartbeatAcceptsNoPing() {
    var created = create("nas");
    assertOk(ping("POST", created.getString("uuid"), COUNTS));
    installation.change("DELETE FROM hosts");
    var path = "api/v1/heartbeats/" + created.getInt("id");
    assertThat(server.send("DELETE", path, null).statusCode()).isEqualTo(204);
    var answer = ping("POST", created.getString("uuid"), COUNTS);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            "Unknown UUID. In diun.yml, set watch.healthchecks.uuid to that of a heartbeat which is not revoked.");
    assertThat(hosts()).isEqualTo("[]");
    assertThat(installation.texts("SELECT id FROM heartbeat_runs")).isEmpty();
    assertThat(
            installation.texts(
                "SELECT kind || ' ' || hostname || ' ' || note FROM activity ORDER BY id"))
        .containsExactly("heartbeat_created nas ", "run_failed nas 1", "heartbeat_revoked nas ");
    assertThat(create("nas").getString("uuid")).isNotEqualTo(created.getString("uuid"));
  }

  @Test
  void theHeartbeatOfAMergedHostIsThatOfTheOther() {
    var api = new HostsApi(server);
    api.notify("nas", "a");
    var uuid = create("old").getString("uuid");
    assertOk(ping("POST", uuid, COUNTS));
    api.merge("old", "nas");
    assertThat(hosts())
        .startsWith("[{\"host\":\"nas\",\"name\":null,\"diun_version\":\"v4.33.0\"")
        .contains(
            "\"state\":\"too_new\",\"state_by\":\"heartbeat\",\"alarm_muted_until\":null,\"heartbeat\":{\"id\":ID");
    assertThat(server.send("POST", "api/v1/removals", "{\"host\":\"nas\"}").statusCode())
        .isEqualTo(201);
    assertThat(hosts()).isEqualTo("[]");
    assertOk(ping("POST", uuid, COUNTS));
    assertThat(hosts()).startsWith("[{\"host\":\"old\",\"name\":null,\"diun_version\":null");
  }

  private JsonObject create(String host) {
    var answer = server.send("POST", "api/v1/heartbeats", "{\"host\":\"" + host + "\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    return Texts.object(answer.body());
  }

  private HttpResponse<String> ping(String method, String path, String body) {
    return server.send(method, "ping/" + path, body);
  }

  private static void assertOk(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("OK");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
  }

  private static final String COUNTED = "41,2,1,37,0,1,false";

  private String hosts() {
    return new HostsApi(server).list().replaceAll("\"id\":\\d+", "\"id\":ID");
  }

  private static String host(String silentSince, String state, String heartbeat) {
    return """
    {"host":"nas","name":null,"diun_version":null,"first_seen_at":"TIME","last_seen_at":"TIME",\
    "counts":{"pending":0,"images":0},"notifications":0,"usual_gap_seconds":null,"silent_since":%s,\
    "state":"%s","state_by":"heartbeat","alarm_muted_until":null,"heartbeat":%s,"merged":[]}"""
        .formatted(silentSince, state, heartbeat);
  }

  private static String heartbeat(String last, String failed, int interval, String runs) {
    return """
    {"id":ID,"created_at":"TIME","last_started_at":"%1$s","last_ended_at":"%1$s","last_failed_at":%2$s,\
    "interval_seconds":%3$d,"runs":[%4$s]}"""
        .formatted(last, failed, interval, runs);
  }

  private static String run(String counts) {
    var each = counts.split(",", -1);
    return """
    {"started_at":"TIME","ended_at":"TIME","scanned":%s,"new":%s,"updated":%s,"unchanged":%s,"skipped":%s,\
    "errors":%s,"failed":%s}"""
        .formatted((Object[]) each);
  }
}
