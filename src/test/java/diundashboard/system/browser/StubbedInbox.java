package diundashboard.system.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The server's {@code GET /api/v1/inbox} with the parts that a test answers itself. */
final class StubbedInbox {

  private static final String PATH = "api/v1/inbox";
  private static final Set<String> PARTS =
      Set.of(
          "api/v1/images",
          "api/v1/hosts",
          "api/v1/tags",
          "api/v1/rejections",
          "api/v1/session",
          "api/v1/views");

  private final Map<String, JsonStructure> answers = new HashMap<>();

  private boolean isClosed;

  static boolean contains(String path) {
    return PARTS.contains(path);
  }

  void answer(Page page, String path, String json) {
    if (answers.isEmpty()) page.route(url -> url.startsWith(Site.uri() + PATH), this::answer);
    answers.put(path.substring(path.lastIndexOf('/') + 1), parse(json));
  }

  /** Answers no more: the server's answer cannot be fetched while the window closes. */
  void close() {
    isClosed = true;
  }

  private void answer(Route route) {
    if (isClosed) return;
    var real = route.fetch();
    var answer = new Route.FulfillOptions().setResponse(real);
    if (real.ok()) { // without the ETag, which stays the same when a test answers something else
      answer.setHeaders(Map.of("Content-Type", "application/json"));
      answer.setBody(withStubs(parse(real.text()).asJsonObject()));
    }
    route.fulfill(answer);
  }

  private String withStubs(JsonObject real) {
    var all = Json.createObjectBuilder(real);
    answers.forEach(
        (part, stub) -> {
          switch (part) {
            case "images" -> addImages(all, stub.asJsonObject());
            case "rejections" -> all.add(part, stub.asJsonObject().getJsonArray("items"));
            default -> all.add(part, stub);
          }
        });
    return all.build().toString();
  }

  /** All images are pending. */
  private static void addImages(JsonObjectBuilder all, JsonObject images) {
    var total = images.getInt("total");
    all.add("images", images).add("all", counted(total, "state", "pending"));
    var counts = images.getJsonObject("counts");
    var isCounted = counts != null && counts.containsKey("kind");
    all.add(
        "base", isCounted ? Json.createObjectBuilder(images) : counted(total, "kind", "unknown"));
    all.add("old", images.getJsonArray("items").stream().filter(StubbedInbox::isOld).count());
  }

  private static boolean isOld(JsonValue image) {
    var since = Instant.parse(image.asJsonObject().getString("pending_since"));
    return since.isBefore(Instant.now().minus(Duration.ofDays(30)));
  }

  private static JsonObjectBuilder counted(int total, String facet, String value) {
    var count = Json.createObjectBuilder().add("key", value).add("count", total);
    var counts = Json.createObjectBuilder().add(facet, Json.createArrayBuilder().add(count));
    return Json.createObjectBuilder().add("total", total).add("counts", counts);
  }

  private static JsonStructure parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.read();
    }
  }
}
