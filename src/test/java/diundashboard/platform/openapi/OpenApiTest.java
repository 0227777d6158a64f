package diundashboard.platform.openapi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.RestApplication;
import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document against itself and against the resources. */
class OpenApiTest {

  private static final java.nio.file.Path DOCUMENT =
      java.nio.file.Path.of("src/main/resources/openapi.json");

  /** Not JAX-RS, or of the other application. */
  private static final Set<String> ELSEWHERE = Set.of("POST /webhook", "GET /api/v1/events");

  @Test
  void itIsOpenApi() throws IOException {
    var parsed = new OpenAPIV3Parser().readContents(Files.readString(DOCUMENT));
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void itHasEveryOperationAndNoOther() throws IOException {
    var documented = documented();
    assertThat(documented).containsAll(ELSEWHERE);
    documented.removeAll(ELSEWHERE);
    assertThat(documented).isEqualTo(offered());
  }

  private static Set<String> documented() throws IOException {
    try (var reader = Json.createReader(new StringReader(Files.readString(DOCUMENT)))) {
      return reader.readObject().getJsonObject("paths").entrySet().stream()
          .flatMap(
              path ->
                  ((JsonObject) path.getValue())
                      .keySet().stream()
                          .map(method -> method.toUpperCase(java.util.Locale.ROOT))
                          .map(method -> method + " " + path.getKey()))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Set<String> offered() {
    return new RestApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .flatMap(OpenApiTest::operations)
            .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> operations(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + pathOf(method));
  }

  private static String pathOf(Method method) {
    var path = "/api/" + method.getDeclaringClass().getAnnotation(Path.class).value();
    var sub = method.getAnnotation(Path.class);
    return (sub == null ? path : path + "/" + sub.value())
        .replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
  }
}
