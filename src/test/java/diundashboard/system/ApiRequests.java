package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates requests for the operations in an OpenAPI document: valid, odd and invalid ones. */
final class ApiRequests {

  private static final Set<String> EXCLUDED = Set.of("get /api/v1/events"); // does not end

  private static final Arbitrary<String> TEXTS =
      Arbitraries.frequencyOf(
          Tuple.of(
              6,
              Arbitraries.of(
                  "nginx",
                  "redis:8",
                  "nas",
                  "media",
                  "web",
                  "host:nas",
                  "-is:new older:1d",
                  "on:2026-11-20",
                  "next-digest",
                  "2999-01-01T00:00:00Z",
                  "Europe/Berlin",
                  "UTC-3",
                  "notified,tagged",
                  "tag,host",
                  "newest",
                  "image",
                  "docker*",
                  "W10")),
          Tuple.of(3, Arbitraries.strings().ofMaxLength(20)),
          Tuple.of(
              1,
              Arbitraries.of(
                  "",
                  " ",
                  "\0",
                  "\uD800",
                  "'\"\\",
                  "%",
                  "+999999999-12-31T23:59:59Z",
                  "x\n".repeat(3000),
                  "\uFFFF".repeat(456),
                  "a ".repeat(499),
                  "(?:",
                  "{}",
                  "<b>",
                  "1e999")));

  private static final Arbitrary<JsonValue> JUNK =
      Arbitraries.of(
          JsonValue.NULL,
          JsonValue.TRUE,
          JsonValue.EMPTY_JSON_ARRAY,
          JsonValue.EMPTY_JSON_OBJECT,
          Json.createValue(""),
          Json.createValue(new BigDecimal("1e400")),
          Json.createValue(Long.MIN_VALUE));

  private static final Arbitrary<List<String>> HEADERS =
      Arbitraries.frequencyOf(
          Tuple.of(20, Arbitraries.just(List.of())),
          Tuple.of(
              1,
              Arbitraries.of(
                  List.of("Accept", "text/html"),
                  List.of("Accept", "nonsense"),
                  List.of("Accept", "application/xml;q=0.5"),
                  List.of("Accept-Encoding", ";;"),
                  List.of("Accept-Language", "de;q=x"),
                  List.of("Content-Type", "text/html"),
                  List.of("Content-Type", "nonsense"),
                  List.of("Content-Type", "application/json; charset=x"),
                  List.of("Content-Type", "application/json; charset=utf-16"),
                  List.of("Content-Type", "application/x-www-form-urlencoded"),
                  List.of("Content-Type", "multipart/form-data"),
                  List.of("Cookie", "JSESSIONID=\"; =;"),
                  List.of("Authorization", "Basic !!"),
                  List.of("Authorization", "Bearer x"),
                  List.of("Origin", "https://evil.example"),
                  List.of("Sec-Fetch-Site", "cross-site"),
                  List.of("If-None-Match", "*"),
                  List.of("If-None-Match", "\""),
                  List.of("If-Match", "\""),
                  List.of("If-Modified-Since", "never"),
                  List.of("Range", "bytes=5-1"),
                  List.of("Forwarded", "for=\""),
                  List.of("X-HTTP-Method-Override", "DELETE"))));

  private static final int REMEMBERED = 20;
  private static final Set<String> NAMES =
      Set.of("next_cursor", "image", "key", "name", "host", "hostname", "workload");

  private final JsonObject api;
  private final List<String> names = new ArrayList<>(List.of("nginx"));
  private final List<String> ids = new ArrayList<>(List.of("1"));
  private final Arbitrary<String> texts =
      Arbitraries.frequencyOf(Tuple.of(2, TEXTS), Tuple.of(1, oneOf(names)));

  ApiRequests(JsonObject api) {
    this.api = api;
  }

  /**
   * A request.
   *
   * @param method in lower case
   * @param template its path in the document
   * @param path with values and query, percent-encoded
   * @param body null for none
   * @param headers names and values
   */
  record ApiRequest(
      String method, String template, String path, String body, List<String> headers) {}

  /** Makes later requests use ids, cursors and names in a response. */
  void remember(JsonValue response) {
    if (response instanceof JsonArray array) array.forEach(this::remember);
    else if (response instanceof JsonObject object) object.forEach(this::remember);
  }

  private void remember(String name, JsonValue value) {
    remember(value);
    if (value instanceof JsonStructure) return;
    if (name.equals("id")) add(ids, value);
    if (NAMES.contains(name)) add(names, value);
  }

  private static void add(List<String> texts, JsonValue value) {
    if (texts.size() == REMEMBERED) texts.remove(0);
    texts.add(textOf(value));
  }

  /** One of the texts in a list at the time of the request. */
  private static Arbitrary<String> oneOf(List<String> texts) {
    return Arbitraries.integers().between(0, REMEMBERED - 1).map(i -> texts.get(i % texts.size()));
  }

  Arbitrary<ApiRequest> all(Set<String> operations) {
    var requests =
        operations.stream()
            .filter(operation -> !EXCLUDED.contains(operation))
            .map(operation -> operation.split(" "))
            .map(parts -> of(parts[0], parts[1]))
            .toList();
    return Arbitraries.oneOf(requests);
  }

  private Arbitrary<ApiRequest> of(String method, String template) {
    var operation = api.getJsonObject("paths").getJsonObject(template).getJsonObject(method);
    var parameters =
        Optional.ofNullable(operation.getJsonArray("parameters"))
            .orElse(JsonValue.EMPTY_JSON_ARRAY)
            .getValuesAs(JsonObject.class)
            .stream()
            .map(this::resolved)
            .toList();
    return Combinators.combine(
            methods(method),
            valuesOf(parameters, "path"),
            valuesOf(parameters, "query"),
            bodyOf(operation),
            HEADERS)
        .as(
            (sent, path, query, body, headers) ->
                new ApiRequest(sent, template, pathOf(template, path, query), body, headers));
  }

  private static Arbitrary<String> methods(String method) {
    return Arbitraries.frequencyOf(
        Tuple.of(50, Arbitraries.just(method)),
        Tuple.of(1, Arbitraries.of("post", "put", "patch", "delete", "options", "propfind")));
  }

  private static String pathOf(
      String template, Map<String, String> values, Map<String, String> query) {
    var path = template.substring(1);
    for (var value : values.entrySet()) {
      var text = value.getValue().isEmpty() ? "1" : value.getValue();
      path = path.replace("{" + value.getKey() + "}", encoded(text).replace("+", "%20"));
    }
    return query.isEmpty()
        ? path
        : path
            + query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Some of the parameters in a place, by name. Those in the path are always there. */
  private Arbitrary<Map<String, String>> valuesOf(List<JsonObject> parameters, String place) {
    var absent = place.equals("path") ? 0 : 0.5;
    var names =
        parameters.stream()
            .filter(each -> each.getString("in").equals(place))
            .collect(
                toMap(
                    each -> each.getString("name"),
                    each ->
                        valueOf(each.getJsonObject("schema"))
                            .map(ApiRequests::textOf)
                            .injectNull(absent)));
    return combined(names);
  }

  private static String textOf(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  private Arbitrary<String> bodyOf(JsonObject operation) {
    if (!operation.containsKey("requestBody")) return Arbitraries.just(null);
    var content = operation.getJsonObject("requestBody").getJsonObject("content");
    if (!content.containsKey("application/json")) return texts;
    var schema = content.getJsonObject("application/json").getJsonObject("schema");
    return Arbitraries.frequencyOf(
        Tuple.of(20, valueOf(schema).map(JsonValue::toString)),
        Tuple.of(1, texts),
        Tuple.of(1, Arbitraries.of("[".repeat(3000), "{\"image\":\"a\"", "\0")));
  }

  private Arbitrary<JsonValue> valueOf(JsonObject schema) {
    return Arbitraries.frequencyOf(Tuple.of(20, validValueOf(resolved(schema))), Tuple.of(1, JUNK));
  }

  private Arbitrary<JsonValue> validValueOf(JsonObject schema) {
    if (schema.containsKey("enum")) return Arbitraries.of(schema.getJsonArray("enum"));
    return switch (typeOf(schema)) {
      case "integer" ->
          Arbitraries.oneOf(
              Arbitraries.of(-1, 0, 1, 2, 50, 500, Integer.MAX_VALUE).map(Json::createValue),
              oneOf(ids).map(ApiRequests::numberOf));
      case "boolean" -> Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE);
      case "array" ->
          valueOf(schema.getJsonObject("items"))
              .list()
              .ofMaxSize(3)
              .map(items -> Json.createArrayBuilder(items).build());
      case "object" -> objectOf(schema);
      default -> texts.map(Json::createValue);
    };
  }

  /** A number, or the text if it is none. */
  private static JsonValue numberOf(String text) {
    return text.matches("\\d{1,9}")
        ? Json.createValue(Integer.parseInt(text))
        : Json.createValue(text);
  }

  private static String typeOf(JsonObject schema) {
    return schema.get("type") instanceof JsonArray types
        ? types.getString(0)
        : schema.getString("type", "string");
  }

  private Arbitrary<JsonValue> objectOf(JsonObject schema) {
    var members =
        schema.getJsonObject("properties").entrySet().stream()
            .collect(
                toMap(
                    Map.Entry::getKey,
                    each -> valueOf(each.getValue().asJsonObject()).injectNull(0.2)));
    return combined(members)
        .map(
            values -> {
              var json = Json.createObjectBuilder();
              values.forEach(json::add);
              return json.build();
            });
  }

  /** Combines values by name, without those that are null. */
  private static <T> Arbitrary<Map<String, T>> combined(Map<String, Arbitrary<T>> values) {
    var names = List.copyOf(values.keySet());
    return Combinators.combine(names.stream().map(values::get).toList())
        .as(
            all -> {
              var present = new TreeMap<String, T>();
              for (int i = 0; i < all.size(); i++) {
                if (all.get(i) != null) present.put(names.get(i), all.get(i));
              }
              return present;
            });
  }

  private JsonObject resolved(JsonObject json) {
    return json.containsKey("$ref")
        ? api.getValue(json.getString("$ref").substring(1)).asJsonObject()
        : json;
  }
}
