package diundashboard.platform.openapi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.RestApplication;
import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the OpenAPI document: its form, its completeness, and its operations. */
class OpenApiTest {

  /** Operations that no class of {@link RestApplication} implements. */
  private static final Set<String> OUTSIDE_REST_APPLICATION =
      Set.of(
          "POST /webhook", "POST /ping/{uuid}", "POST /ping/{uuid}/{signal}", "GET /api/v1/events");

  private static final Pattern ALTERNATIVES = Pattern.compile("\\{\\w+: ([a-z|]+)}");

  private static final String IDEMPOTENCY_KEY = "#/components/parameters/IdempotencyKey";

  private static final String TEXT =
      new String(new OpenApiResource().document(), StandardCharsets.UTF_8);

  private static final JsonObject DOCUMENT = parse();

  private record Operation(String method, String path, JsonObject definition) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void theDocumentIsValidOpenApi() {
    var parsed = new OpenAPIV3Parser().readContents(TEXT);
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void everyErrorOfTheWebhookIsPlainText() {
    var responses = DOCUMENT.getValue("/paths/~1webhook/post/responses").asJsonObject();
    assertThat(responses).containsKeys("200", "default");
    responses.forEach(
        (status, response) -> {
          if (status.equals("200")) return;
          var content = response.asJsonObject().getJsonObject("content");
          assertThat(content.keySet()).as(status).containsExactly("text/plain");
        });
  }

  @Test
  void theDocumentHasExactlyTheOperationsOfTheApplication() {
    var implemented = implementedOperations();
    assertThat(implemented).doesNotContainAnyElementsOf(OUTSIDE_REST_APPLICATION);
    implemented.addAll(OUTSIDE_REST_APPLICATION);
    assertThat(operations().map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(implemented);
  }

  @Test
  void everyOperationHasIdSummaryDescriptionAndOneTag() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              assertThat(text(operation.definition(), "operationId")).isNotBlank();
              assertThat(text(operation.definition(), "summary")).isNotBlank();
              assertThat(text(operation.definition(), "description")).isNotBlank();
              assertThat(operation.definition().getJsonArray("tags")).hasSize(1);
            });
  }

  @Test
  void operationIdsAreUnique() {
    assertThat(operations().map(operation -> text(operation.definition(), "operationId")))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyParameterAndResponseHasADescription() {
    var parts = operations().map(Operation::definition).flatMap(OpenApiTest::parts).toList();
    assertThat(parts)
        .isNotEmpty()
        .allSatisfy(part -> assertThat(text(part, "description")).isNotBlank());
  }

  @Test
  void everyChangeExceptSigningInAndOutHasAnIdempotencyKey() {
    assertThat(operations().filter(each -> each.path().startsWith("/api/v1/")))
        .allSatisfy(
            operation -> {
              var isKeyed =
                  !operation.method().equals("GET") && !operation.path().equals("/api/v1/session");
              assertThat(references(operation.definition()).anyMatch(IDEMPOTENCY_KEY::equals))
                  .isEqualTo(isKeyed);
            });
  }

  @Test
  void everyTagHasADescriptionAndOperations() {
    var tags = DOCUMENT.getJsonArray("tags").getValuesAs(JsonObject.class);
    assertThat(tags).allSatisfy(tag -> assertThat(text(tag, "description")).isNotBlank());
    assertThat(
            operations()
                .map(operation -> operation.definition().getJsonArray("tags").getString(0))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(tags.stream().map(tag -> text(tag, "name")).toList());
  }

  @Test
  void referencesPointToComponentsAndEveryComponentIsUsed() {
    var components = DOCUMENT.getJsonObject("components");
    var referable =
        Stream.of("schemas", "parameters", "responses")
            .flatMap(
                section ->
                    components.getJsonObject(section).keySet().stream()
                        .map(name -> "#/components/" + section + "/" + name));
    assertThat(references(DOCUMENT).distinct())
        .containsExactlyInAnyOrderElementsOf(referable.toList());
  }

  private static JsonObject parse() {
    try (var reader = Json.createReader(new StringReader(TEXT))) {
      return reader.readObject();
    }
  }

  private static Stream<Operation> operations() {
    return DOCUMENT.getJsonObject("paths").entrySet().stream()
        .flatMap(
            path ->
                path.getValue().asJsonObject().entrySet().stream()
                    .map(
                        method ->
                            new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue().asJsonObject())));
  }

  private static Stream<JsonObject> parts(JsonObject operation) {
    var parameters = operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    return Stream.of(parameters, operation.getJsonObject("responses").values())
        .flatMap(Collection::stream)
        .map(JsonValue::asJsonObject)
        .map(OpenApiTest::resolve);
  }

  private static JsonObject resolve(JsonObject object) {
    return object.containsKey("$ref")
        ? DOCUMENT.getValue(object.getString("$ref").substring(1)).asJsonObject()
        : object;
  }

  /** Returns all values of {@code $ref} in a part of the document. */
  private static Stream<String> references(JsonValue value) {
    if (!(value instanceof JsonStructure structure)) return Stream.empty();
    if (structure instanceof JsonObject object && object.containsKey("$ref")) {
      return Stream.of(object.getString("$ref"));
    }
    var children =
        structure instanceof JsonObject object ? object.values() : structure.asJsonArray();
    return children.stream().flatMap(OpenApiTest::references);
  }

  private static String text(JsonObject object, String member) {
    return object.getString(member, "");
  }

  private static Set<String> implementedOperations() {
    return new RestApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .flatMap(OpenApiTest::operationsOf)
            .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> operationsOf(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .flatMap(
            type ->
                pathsOf(method)
                    .map(path -> type.getAnnotation(HttpMethod.class).value() + " " + path));
  }

  /** Returns one path for each alternative of {@code {name: a|b}}. */
  private static Stream<String> pathsOf(Method method) {
    var path = "/api/" + method.getDeclaringClass().getAnnotation(Path.class).value();
    var sub = method.getAnnotation(Path.class);
    var whole = sub == null ? path : path + "/" + sub.value();
    var alternatives = ALTERNATIVES.matcher(whole);
    var paths =
        alternatives.find()
            ? Stream.of(alternatives.group(1).split("\\|", -1)).map(alternatives::replaceFirst)
            : Stream.of(whole);
    return paths.map(each -> each.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}"));
  }
}
