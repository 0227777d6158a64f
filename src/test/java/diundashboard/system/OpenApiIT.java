package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Validates responses of every operation against the schemas of the served OpenAPI document. */
@ParameterizedClass
@EnumSource
class OpenApiIT {

  private static final String NGINX = "docker.io/library/nginx:latest";

  /** Operations without a JSON response. Other tests cover them. */
  private static final Set<String> WITHOUT_JSON =
      Set.of(
          "get /api/v1/events",
          "get /api/v1/export",
          "get /api/v1/feed.atom",
          "get /api/v1/backup",
          "get /api/v1/badge.svg",
          "get /api/v1/insights/{table}.csv",
          "get /api/v1/metrics",
          "post /ping/{uuid}",
          "post /ping/{uuid}/{signal}");

  @Parameter Installation installation;

  private final Set<String> requested = new TreeSet<>();

  private AppServer server;
  private ApiDocument document;

  @BeforeEach
  void readDocument() {
    server = installation.empty();
    document = ApiDocument.of(server);
  }

  @Test
  void responsesMatchTheDocument() {
    for (var name : Payloads.names()) send("post", "/webhook", "", Payloads.read(name), 200);
    send("post", "/webhook", "", "{}", 400);
    goApi();
    images();
    tags();
    hosts();
    imports();
    rejections();
    rest();
    var documented = new TreeSet<>(document.operations());
    documented.removeAll(WITHOUT_JSON);
    assertThat(requested).isEqualTo(documented);
  }

  private void goApi() {
    var tag = id(send("post", "/api/tags", "", "{\"name\":\"media\"}", 201));
    send("post", "/api/tags", "", "{\"name\":\"media\"}", 409);
    send("get", "/api/tags", "", null, 200);
    var assignment = "{\"image\":\"" + NGINX + "\",\"tag_id\":" + tag + "}";
    send("put", "/api/tag-assignments", "", assignment, 204);
    send("get", "/api/updates", "", null, 200);
    send("patch", "/api/updates/{image}", NGINX, null, 204);
    send("patch", "/api/updates/{image}", "nowhere", null, 404);
    send("post", "/api/updates/acknowledge-by-tag", "", "{\"tag_id\":" + tag + "}", 200);
    send("post", "/api/updates/acknowledge-all", "", null, 200);
    send("delete", "/api/tag-assignments", "", "{\"image\":\"" + NGINX + "\"}", 204);
    send("delete", "/api/tags/{id}", tag, null, 204);
  }

  private void images() {
    server.notify(Payloads.read("03-docker-update-latest"));
    send("put", "/api/v1/notes", "", "{\"image\":\"" + NGINX + "\",\"note\":\"wait\"}", 204);
    send("put", "/api/v1/holds", "", "{\"image\":\"" + NGINX + "\",\"hold\":\"2d\"}", 204);
    send("put", "/api/v1/holds", "", "{\"image\":\"" + NGINX + "\",\"hold\":\"2w\"}", 400);
    send("get", "/api/v1/holds", "", null, 200);
    send("get", "/api/v1/images", "?state=all&counts=tag,host,registry,stack,state", null, 200);
    send("get", "/api/v1/images", "?state=none", null, 400);
    var whole = "?counts=tag,kind&base=older:0h&image=" + NGINX;
    send("get", "/api/v1/inbox", whole, null, 200);
    send("get", "/api/v1/inbox", "?base=older:soon", null, 400);
    var snooze = "{\"images\":[\"" + NGINX + "\"],\"until\":\"next-digest\"}";
    var snoozed = id(send("post", "/api/v1/snoozes", "", snooze, 201));
    send("get", "/api/v1/image", "?reference=" + NGINX, null, 200);
    send("get", "/api/v1/snoozes", "", null, 200);
    send("get", "/api/v1/actions", "?kind=snooze&q=nginx", null, 200);
    send("get", "/api/v1/actions/{id}/occurrences", snoozed, null, 200);
    send("get", "/api/v1/actions/{id}/occurrences", "0", null, 404);
    send("delete", "/api/v1/snoozes/{id}", snoozed, null, 204);
    var body = "{\"filter\":\"nginx\",\"note\":\"tried\"}";
    var acknowledged = id(send("post", "/api/v1/acknowledgements", "", body, 201));
    send("get", "/api/v1/images/{image}", NGINX, null, 200);
    send("get", "/api/v1/images/{image}", "nowhere", null, 404);
    send("delete", "/api/v1/acknowledgements/{id}", acknowledged, null, 204);
    send("get", "/api/v1/acknowledgements", "", null, 200);
    var images = "{\"images\":[\"" + NGINX + "\"],\"host\":\"nowhere\"}";
    for (var collection : List.of("reopenings", "mutes", "removals")) {
      var path = "/api/v1/" + collection;
      var id = id(send("post", path, "", images, 201));
      send("get", path, "", null, 200);
      send("delete", path + "/{id}", id, null, 204);
    }
    var strict = images.replace("}", ",\"strict\":true}");
    send("post", "/api/v1/acknowledgements", "", strict, 404);
  }

  private void tags() {
    var rule = "{\"field\":\"image\",\"pattern\":\"*nginx*\"}";
    var body = "{\"name\":\"apps\",\"colour\":\"blue\",\"rules\":[" + rule + "]}";
    var tag = id(send("post", "/api/v1/tags", "", body, 201));
    send("patch", "/api/v1/tags/{id}", tag, "{\"colour\":\"red\"}", 200);
    send("patch", "/api/v1/tags/{id}", tag, "{\"colour\":\"brown\"}", 400);
    send("put", "/api/v1/tags/order", "", "{\"ids\":[" + tag + "]}", 204);
    send("post", "/api/v1/tags/{id}/apply", tag, "{\"dry_run\":true}", 200);
    send("post", "/api/v1/tags/{id}/apply", tag, "{}", 200);
    var assignment = "{\"images\":[\"" + NGINX + "\"],\"tag_id\":null}";
    send("put", "/api/v1/tag-assignments", "", assignment, 200);
    send("get", "/api/v1/tags", "", null, 200);
    send("delete", "/api/v1/tags/{id}", tag, null, 204);
  }

  private void hosts() {
    server.notify(Payloads.of("a"));
    send("put", "/api/v1/host-names", "", "{\"host\":\"nas\",\"name\":\"NAS\"}", 204);
    send("put", "/api/v1/host-merges", "", "{\"host\":\"myserver\",\"into\":\"nas\"}", 204);
    send("get", "/api/v1/heartbeats", "", null, 200);
    var heartbeat = send("post", "/api/v1/heartbeats", "", "{\"host\":\"nas\"}", 201);
    send("post", "/api/v1/heartbeats", "", "{\"host\":\"nas\"}", 409);
    var uuid = Texts.member(heartbeat, "uuid");
    server.send("POST", "ping/" + uuid + "/start", null);
    server.send("POST", "ping/" + uuid, "1 tag(s) have been scanned:");
    assertThat(send("get", "/api/v1/heartbeats", "", null, 200)).doesNotContain(uuid);
    assertThat(send("get", "/api/v1/hosts", "", null, 200)).contains("\"scanned\":1,\"new\":null");
    send("delete", "/api/v1/heartbeats/{id}", id(heartbeat), null, 204);
    send("delete", "/api/v1/heartbeats/{id}", id(heartbeat), null, 404);
    send("put", "/api/v1/host-mutes", "", "{\"host\":\"nas\",\"until\":\"next-report\"}", 204);
    send("delete", "/api/v1/host-mutes", "", "{\"host\":\"nas\"}", 204);
    send("delete", "/api/v1/host-merges", "", "{\"host\":\"myserver\"}", 204);
    assertThat(send("get", "/api/v1/hosts/unknown", "", null, 200)).contains("\"nowhere\"");
    send("delete", "/api/v1/hosts/unknown", "", "{\"name\":\"nowhere\"}", 204);
    send("delete", "/api/v1/hosts/unknown", "", "{\"name\":\"nowhere\"}", 404);
  }

  private void imports() {
    var inspect = Payloads.readImport("grafana-inspect");
    send("post", "/api/v1/imports", "?host=nas&dry_run=true", inspect, 200);
    var id = id(send("post", "/api/v1/imports", "?host=nas", inspect, 201));
    send("post", "/api/v1/imports", "?host=nas", inspect, 201);
    send("post", "/api/v1/imports", "?host=nas", "{}", 400);
    send("get", "/api/v1/imports", "", null, 200);
    send("delete", "/api/v1/imports/{id}", id, null, 204);
  }

  private void rejections() {
    await().until(() -> !listed().isEmpty());
    var id = String.valueOf(listed().getJsonObject(0).getInt("id"));
    send("get", "/api/v1/rejections/{id}", id, null, 200);
    send("get", "/api/v1/rejections", "?cursor=x", null, 400);
    send("post", "/api/v1/rejections/{id}/retry", id, null, 400);
    send("delete", "/api/v1/rejections/{id}", id, null, 204);
    send("delete", "/api/v1/rejections/{id}", id, null, 404);
    send("delete", "/api/v1/rejections", "", null, 204);
  }

  private JsonArray listed() {
    return object(send("get", "/api/v1/rejections", "", null, 200)).getJsonArray("items");
  }

  private void rest() {
    send("get", "/api/v1/activity", "?limit=500", null, 200);
    send("get", "/api/v1/activity", "?kind=nothing", null, 400);
    send("get", "/api/v1/summary", "?q=host:nas", null, 200);
    send("get", "/api/v1/summary", "?q=older:soon", null, 400);
    send("get", "/api/v1/badge.json", "?q=kind:major", null, 200);
    send("get", "/api/v1/badge.json", "?q=older:soon", null, 400);
    send("get", "/api/v1/insights", "?tz=Europe/Berlin&days=7", null, 200);
    send("get", "/api/v1/insights", "?days=0", null, 400);
    send("get", "/api/v1/notifications/tests", "", null, 200);
    send("get", "/api/v1/health/live", "", null, 200);
    send("get", "/api/v1/health/ready", "", null, 200);
    send("get", "/api/v1/openapi.json", "", null, 200);
    send("get", "/api/v1/session", "", null, 200);
    send("post", "/api/v1/session", "", "{\"name\":\"anna\",\"password\":\"x\"}", 409);
    send("delete", "/api/v1/session", "", null, 200);
    send("get", "/api/v1/settings", "", null, 200);
    send("get", "/api/v1/channels", "", null, 200);
    send("post", "/api/v1/channels/{name}/test", "nowhere", null, 404);
    send("get", "/api/v1/tokens", "", null, 200);
    send("post", "/api/v1/tokens", "", "{\"name\":\"deploy\",\"role\":\"editor\"}", 409);
    send("delete", "/api/v1/tokens/{id}", "999999", null, 404);
    send("get", "/api/v1/preferences", "", null, 200);
    send("put", "/api/v1/preferences", "", "{\"theme\":\"dark\"}", 409);
    var view = send("post", "/api/v1/views", "", "{\"name\":\"of OpenApiIT\"}", 201);
    send("post", "/api/v1/views", "", "{\"name\":\"of openapiit\"}", 409);
    send("get", "/api/v1/views", "", null, 200);
    send(
        "put",
        "/api/v1/views/{id}",
        id(view),
        "{\"name\":\"of OpenApiIT\",\"order\":\"kind\"}",
        200);
    send("delete", "/api/v1/views/{id}", id(view), null, 204);
  }

  /**
   * Sends a request and validates status, content type and body of the response.
   *
   * @param argument the value for the template in the path, or a query
   * @return the body
   */
  private String send(String method, String path, String argument, String body, int status) {
    requested.add(method + " " + path);
    var query = argument.startsWith("?") ? argument : "";
    var concrete = path.replaceFirst("\\{\\w+}", argument).substring(1) + query;
    var response = server.send(method.toUpperCase(Locale.ROOT), concrete, body);
    assertThat(response.statusCode())
        .as("%s %s: %s", method, concrete, response.body())
        .isEqualTo(status);
    document.check(method, path, response);
    return response.body();
  }

  private static String id(String body) {
    return body.replaceAll("^\\{\"id\":(\\d+).*", "$1");
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
