package diundashboard.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document that a server offers. Validates responses against its schemas. */
final class ApiDocument {

  private static final String URI = "https://diun-dashboard.test/openapi.json";

  private final JsonObject api;
  private final JsonSchemaFactory schemas;

  private ApiDocument(String document) {
    try (var reader = Json.createReader(new StringReader(document))) {
      api = reader.readObject();
    }
    schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(URI, document))));
  }

  static ApiDocument of(AppServer server) {
    return new ApiDocument(server.get("api/v1/openapi.json").body());
  }

  JsonObject json() {
    return api;
  }

  /** Returns all operations, such as {@code get /api/v1/images}. */
  Set<String> operations() {
    return api.getJsonObject("paths").entrySet().stream()
        .flatMap(
            path ->
                path.getValue().asJsonObject().keySet().stream().map(m -> m + " " + path.getKey()))
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Validates content type and body of a response.
   *
   * @param method in lower case
   * @param path as in the document, with templates
   */
  void check(String method, String path, HttpResponse<String> response) {
    var pointer = responsePointer(method, path, response.statusCode());
    var definition = api.getValue(pointer).asJsonObject();
    if (!definition.containsKey("content")) {
      assertThat(response.body()).isEmpty();
      return;
    }
    var type = typeOf(response);
    assertThat(definition.getJsonObject("content").keySet())
        .as("%s %s", method, response.uri())
        .containsExactly(type);
    if (!type.endsWith("json")) return;
    check(
        "#%s/content/%s/schema".formatted(uriEscaped(pointer), Json.encodePointer(type)), response);
  }

  /** Validates a response with an error, also of requests that are no operation. */
  void checkProblem(HttpResponse<String> response) {
    assertThat(typeOf(response)).as("%s", response).isEqualTo("application/problem+json");
    check("#/components/schemas/Problem", response);
  }

  private static String typeOf(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
  }

  private void check(String schema, HttpResponse<String> response) {
    assertThat(
            schemas
                .getSchema(SchemaLocation.of(URI + schema))
                .validate(response.body(), InputFormat.JSON))
        .as("%s: %s", response, response.body())
        .isEmpty();
  }

  /** Returns the JSON pointer of the response with a status, or of the default response. */
  private String responsePointer(String method, String path, int status) {
    var pointer = "/paths/%s/%s/responses".formatted(Json.encodePointer(path), method);
    var responses = api.getValue(pointer).asJsonObject();
    var key = responses.containsKey(String.valueOf(status)) ? String.valueOf(status) : "default";
    var response = responses.getJsonObject(key);
    return response.containsKey("$ref")
        ? response.getString("$ref").substring(1)
        : pointer + "/" + key;
  }

  private static String uriEscaped(String pointer) {
    return pointer.replace("{", "%7B").replace("}", "%7D");
  }
}
