package diundashboard.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Compares responses from the cache with new ones after each operation that changes data. */
@ServerDependent
@EachDatabase
class CachedResponsesIT {

  private static final String NGINX = "nginx";

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void sendNotifications() {
    server = installation.empty();
    for (var image : new String[] {"nginx", "redis", "traefik"}) server.notify(Payloads.of(image));
  }

  @Test
  void everyChangeIsInTheNextResponse() {
    expectCurrentResponsesAfter("POST", "webhook", Payloads.of("nginx"));
    expectCurrentResponsesAfter("POST", "webhook", Payloads.of("postgres"));
    expectCurrentResponsesAfter("POST", "webhook", Payloads.read("02-file-notif-test"));
    expectCurrentResponsesAfter("POST", "webhook", Payloads.read("09-swarm-tag-and-digest"));
    var tag =
        idOf(
            expectCurrentResponsesAfter(
                "POST",
                "api/v1/tags",
                """
                {"name":"web","rules":[{"field":"image","pattern":"*nginx*"}]}"""));
    expectCurrentResponsesAfter("POST", "api/v1/tags/" + tag + "/apply", "{}");
    expectCurrentResponsesAfter("PATCH", "api/v1/tags/" + tag, "{\"name\":\"proxies\"}");
    expectCurrentResponsesAfter("PATCH", "api/v1/tags/" + tag, "{\"colour\":\"blue\"}");
    expectCurrentResponsesAfter(
        "PATCH",
        "api/v1/tags/" + tag,
        """
        {"rules":[{"field":"host","pattern":"my*"}]}""");
    var other = idOf(expectCurrentResponsesAfter("POST", "api/tags", "{\"name\":\"other\"}"));
    expectCurrentResponsesAfter("PUT", "api/v1/tags/order", "{\"ids\":[" + other + "]}");
    expectCurrentResponsesAfter(
        "PUT",
        "api/v1/tag-assignments",
        "{\"images\":[\"%s\"],\"tag_id\":%s}".formatted(NGINX, other));
    expectCurrentResponsesAfter(
        "DELETE", "api/tag-assignments", "{\"image\":\"%s\"}".formatted(NGINX));
    expectCurrentResponsesAfter(
        "PUT", "api/tag-assignments", "{\"image\":\"%s\",\"tag_id\":%s}".formatted(NGINX, other));
    expectCurrentResponsesAfter("DELETE", "api/tags/" + other, null);
    expectCurrentResponsesAfter(
        "PUT", "api/v1/notes", "{\"image\":\"%s\",\"note\":\"ask Zoë\"}".formatted(NGINX));
    expectUndoable("acknowledgements", "{\"images\":[\"%s\"]}".formatted(NGINX));
    expectUndoable("snoozes", "{\"images\":[\"%s\"],\"until\":\"next-digest\"}".formatted(NGINX));
    expectUndoable("mutes", "{\"images\":[\"%s\"]}".formatted(NGINX));
    expectUndoable("removals", "{\"images\":[\"%s\"]}".formatted(NGINX));
    expectCurrentResponsesAfter("PATCH", "api/updates/" + NGINX, null);
    expectUndoable("reopenings", "{\"images\":[\"%s\"]}".formatted(NGINX));
    expectCurrentResponsesAfter("POST", "api/updates/acknowledge-all", null);
    expectCurrentResponsesAfter(
        "PUT", "api/v1/host-names", "{\"host\":\"nas\",\"name\":\"Office\"}");
    expectCurrentResponsesAfter(
        "PUT", "api/v1/host-merges", "{\"host\":\"swarm-mgr-1\",\"into\":\"nas\"}");
    expectCurrentResponsesAfter("DELETE", "api/v1/host-merges", "{\"host\":\"swarm-mgr-1\"}");
    expectCurrentResponsesAfter(
        "PUT", "api/v1/host-mutes", "{\"host\":\"nas\",\"until\":\"next-report\"}");
    expectCurrentResponsesAfter("DELETE", "api/v1/host-mutes", "{\"host\":\"nas\"}");
    expectUndoable("removals", "{\"host\":\"nas\"}");
  }

  @Test
  void theEndOfASnoozeIsInTheNextResponse() {
    responses(); // the first ones of a server take seconds
    var until = Instant.now().plusSeconds(2);
    expectCurrentResponsesAfter(
        "POST", "api/v1/snoozes", "{\"images\":[\"%s\"],\"until\":\"%s\"}".formatted(NGINX, until));
    await()
        .until(
            () -> server.get("api/v1/images").body(), body -> body.contains("\"" + NGINX + "\""));
    assertThat(responses()).isEqualTo(responses("Cache-Control", "no-cache"));
  }

  @Test
  void compressedResponsesHaveTheETagOfThePlainOnes() {
    var plain = server.get("api/updates");
    var tag = plain.headers().firstValue("ETag").orElseThrow();
    var compressed = server.send("GET", "api/updates", null, "Accept-Encoding", "gzip");
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.headers().firstValue("ETag")).contains(tag);
    for (var encoding : new String[] {"gzip", "identity"}) {
      var unchanged =
          server.send(
              "GET", "api/updates", null, "If-None-Match", tag, "Accept-Encoding", encoding);
      assertThat(unchanged.statusCode()).isEqualTo(304);
      assertThat(unchanged.body()).isEmpty();
    }
    assertThat(server.get("api/updates").body()).isEqualTo(plain.body());
    server.notify(Payloads.of("postgres"));
    var changed = server.send("GET", "api/updates", null, "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).isNotEqualTo(tag);
  }

  /** Performs an action and undoes it. */
  private void expectUndoable(String actions, String body) {
    var id = idOf(expectCurrentResponsesAfter("POST", "api/v1/" + actions, body));
    expectCurrentResponsesAfter("DELETE", "api/v1/" + actions + "/" + id, null);
  }

  private String expectCurrentResponsesAfter(String method, String path, String body) {
    responses();
    var change = server.send(method, path, body);
    assertThat(change.statusCode()).as(method + " " + path).isBetween(200, 204);
    var next = responses();
    assertThat(next).as(method + " " + path).isEqualTo(responses("Cache-Control", "no-cache"));
    return change.body();
  }

  private Map<String, String> responses(String... headers) {
    return Stream.of(
            "api/updates",
            "api/v1/images",
            "api/v1/images/nginx",
            "api/v1/inbox?limit=2&counts=kind&base=nginx&image=nginx",
            "api/v1/images?state=all&sort=name&limit=2&counts=tag,host,registry,stack,state",
            "api/v1/images?q=older:0h+nginx&state=all",
            "api/v1/hosts",
            "api/v1/tags",
            "api/v1/insights?days=3&tz=Europe/Berlin",
            "api/v1/insights/by-host.csv",
            "api/v1/feed.atom",
            "api/v1/feed.atom?kind=tagged,acknowledged,host_removed")
        .collect(toMap(path -> path, path -> server.send("GET", path, null, headers).body()));
  }

  private static String idOf(String json) {
    var id = ID.matcher(json);
    assertThat(id.find()).as(json).isTrue();
    return id.group(1);
  }
}
