package diundashboard.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import diundashboard.Payloads;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Real answers of every operation, by the schemas of the server's own OpenAPI document. */
@ParameterizedClass
@EnumSource
class OpenApiIT {

  private static final String URI = "https://diun-dashboard.test/openapi.json";
  private static final String NGINX = "docker.io/library/nginx:latest";

  /** They answer no JSON; other tests look at them. */
  private static final Set<String> OTHER_TYPES =
      Set.of("get /api/v1/events", "get /api/v1/feed.atom");

  @Parameter Installation installation;

  private final Set<String> asked = new TreeSet<>();

  private AppServer server;
  private String document;
  private JsonObject paths;
  private JsonSchemaFactory schemas;

  @BeforeEach
  void read() {
    server = installation.empty();
    document = server.get("api/v1/openapi.json").body();
    paths = object(document).getJsonObject("paths");
    schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(URI, document))));
  }

  @Test
  void answersAreAsTheDocumentSays() {
    for (var name : Payloads.names()) ask("post", "/webhook", "", Payloads.read(name), 200);
    ask("post", "/webhook", "", "{}", 400);
    originalSurface();
    images();
    tags();
    hosts();
    rest();
    var documented =
        paths.entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().asJsonObject().keySet().stream()
                        .map(m -> m + " " + path.getKey()))
            .collect(toCollection(TreeSet::new));
    documented.removeAll(OTHER_TYPES);
    assertThat(asked).isEqualTo(documented);
  }

  private void originalSurface() {
    var tag = id(ask("post", "/api/tags", "", "{\"name\":\"media\"}", 201));
    ask("post", "/api/tags", "", "{\"name\":\"media\"}", 409);
    ask("get", "/api/tags", "", null, 200);
    var assignment = "{\"image\":\"" + NGINX + "\",\"tag_id\":" + tag + "}";
    ask("put", "/api/tag-assignments", "", assignment, 204);
    ask("get", "/api/updates", "", null, 200);
    ask("patch", "/api/updates/{image}", NGINX, null, 204);
    ask("patch", "/api/updates/{image}", "nowhere", null, 404);
    ask("post", "/api/updates/acknowledge-by-tag", "", "{\"tag_id\":" + tag + "}", 200);
    ask("post", "/api/updates/acknowledge-all", "", null, 200);
    ask("delete", "/api/tag-assignments", "", "{\"image\":\"" + NGINX + "\"}", 204);
    ask("delete", "/api/tags/{id}", tag, null, 204);
  }

  private void images() {
    server.notify(Payloads.read("03-docker-update-latest"));
    ask("put", "/api/v1/notes", "", "{\"image\":\"" + NGINX + "\",\"note\":\"wait\"}", 204);
    ask("get", "/api/v1/images", "?state=all&counts=tag,host,registry,stack", null, 200);
    ask("get", "/api/v1/images", "?state=none", null, 400);
    var snooze = "{\"images\":[\"" + NGINX + "\"],\"until\":\"next-digest\"}";
    var snoozed = id(ask("post", "/api/v1/snoozes", "", snooze, 201));
    ask("get", "/api/v1/image", "?reference=" + NGINX, null, 200);
    ask("get", "/api/v1/snoozes", "", null, 200);
    ask("delete", "/api/v1/snoozes/{id}", snoozed, null, 204);
    var body = "{\"filter\":\"nginx\",\"note\":\"tried\"}";
    var acknowledged = id(ask("post", "/api/v1/acknowledgements", "", body, 201));
    ask("get", "/api/v1/images/{image}", NGINX, null, 200);
    ask("get", "/api/v1/images/{image}", "nowhere", null, 404);
    ask("delete", "/api/v1/acknowledgements/{id}", acknowledged, null, 204);
    ask("get", "/api/v1/acknowledgements", "", null, 200);
    ask("post", "/api/v1/reopenings", "", "{\"images\":[\"" + NGINX + "\"]}", 200);
  }

  private void tags() {
    var rule = "{\"field\":\"image\",\"pattern\":\"*nginx*\"}";
    var body = "{\"name\":\"apps\",\"colour\":\"blue\",\"rules\":[" + rule + "]}";
    var tag = id(ask("post", "/api/v1/tags", "", body, 201));
    ask("patch", "/api/v1/tags/{id}", tag, "{\"colour\":\"red\"}", 200);
    ask("patch", "/api/v1/tags/{id}", tag, "{\"colour\":\"brown\"}", 400);
    ask("put", "/api/v1/tags/order", "", "{\"ids\":[" + tag + "]}", 204);
    ask("post", "/api/v1/tags/{id}/apply", tag, "{\"dry_run\":true}", 200);
    ask("post", "/api/v1/tags/{id}/apply", tag, "{}", 200);
    var assignment = "{\"images\":[\"" + NGINX + "\"],\"tag_id\":null}";
    ask("put", "/api/v1/tag-assignments", "", assignment, 200);
    ask("get", "/api/v1/tags", "", null, 200);
    ask("delete", "/api/v1/tags/{id}", tag, null, 204);
  }

  private void hosts() {
    server.notify(Payloads.of("a"));
    ask("put", "/api/v1/host-names", "", "{\"host\":\"nas\",\"name\":\"NAS\"}", 204);
    ask("put", "/api/v1/host-merges", "", "{\"host\":\"myserver\",\"into\":\"nas\"}", 204);
    ask("get", "/api/v1/hosts", "", null, 200);
    ask("delete", "/api/v1/host-merges", "", "{\"host\":\"myserver\"}", 204);
  }

  private void rest() {
    ask("get", "/api/v1/activity", "?limit=500", null, 200);
    ask("get", "/api/v1/activity", "?kind=nothing", null, 400);
    ask("get", "/api/v1/insights", "?tz=Europe/Berlin&days=7", null, 200);
    ask("get", "/api/v1/insights", "?tz=Nowhere", null, 400);
    ask("get", "/api/v1/notifications/tests", "", null, 200);
    ask("get", "/api/v1/health/live", "", null, 200);
    ask("get", "/api/v1/health/ready", "", null, 200);
    ask("get", "/api/v1/openapi.json", "", null, 200);
    ask("get", "/api/v1/session", "", null, 200);
    ask("post", "/api/v1/session", "", "{\"name\":\"anna\",\"password\":\"x\"}", 409);
    ask("delete", "/api/v1/session", "", null, 200);
    ask("get", "/api/v1/settings", "", null, 200);
    ask("get", "/api/v1/tokens", "", null, 200);
    ask("post", "/api/v1/tokens", "", "{\"name\":\"deploy\",\"role\":\"editor\"}", 409);
    ask("delete", "/api/v1/tokens/{id}", "999999", null, 404);
  }

  /**
   * Asks, and holds the answer against the document.
   *
   * @param argument for the template in the path; or a query
   */
  private String ask(String method, String path, String argument, String body, int status) {
    asked.add(method + " " + path);
    var query = argument.startsWith("?") ? argument : "";
    var concrete = path.replaceFirst("\\{\\w+}", argument).substring(1) + query;
    var answer = server.send(method.toUpperCase(Locale.ROOT), concrete, body);
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, concrete, answer.body())
        .isEqualTo(status);
    var operation = paths.getJsonObject(path).getJsonObject(method);
    var responses = operation.getJsonObject("responses");
    var key = responses.containsKey(String.valueOf(status)) ? String.valueOf(status) : "default";
    if (!responses.getJsonObject(key).containsKey("content")) {
      assertThat(answer.body()).isEmpty();
      return "";
    }
    var content = responses.getJsonObject(key).getJsonObject("content");
    var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    assertThat(content.keySet()).as("%s %s", method, path).containsExactly(type);
    if (type.endsWith("json")) {
      var schema =
          "#/paths/%s/%s/responses/%s/content/%s/schema"
              .formatted(escaped(path), method, key, escaped(type));
      assertThat(
              schemas
                  .getSchema(SchemaLocation.of(URI + schema))
                  .validate(answer.body(), InputFormat.JSON))
          .as("%s %s: %s", method, concrete, answer.body())
          .isEmpty();
    }
    return answer.body();
  }

  /** For a JSON pointer in a URI. */
  private static String escaped(String token) {
    return Json.encodePointer(token).replace("{", "%7B").replace("}", "%7D");
  }

  private static String id(String answer) {
    return answer.replaceAll("^\\{\"id\":(\\d+).*", "$1");
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
