package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags in the Go API. */
@ParameterizedClass
@EnumSource
class TagsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void tagsAreListedByName() {
    assertThat(server.get("api/tags").body()).isEqualTo("[]");
    var answer = server.send("POST", "api/tags", "{\"name\":\" media \"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    var media = idIn(answer.body());
    assertThat(answer.body()).isEqualTo("{\"id\":%s,\"name\":\"media\"}", media);
    var apps = create("apps");
    assertThat(server.get("api/tags").body())
        .isEqualTo(
            """
            [{"id":%s,"name":"apps"},{"id":%s,"name":"media"}]""",
            apps, media);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"\"}|Name is required.|,\"field\":\"name\",\"code\":\"missing-name\"",
        "{\"name\":\"  \"}|Name is required.|,\"field\":\"name\",\"code\":\"missing-name\"",
        "{}|Member \\\"name\\\" must be a string.|,\"field\":\"name\",\"code\":\"invalid-member\",\"params\":{\"member\":\"name\"}",
        "{\"name\":7}|Member \\\"name\\\" must be a string.|,\"field\":\"name\",\"code\":\"invalid-member\",\"params\":{\"member\":\"name\"}",
        "[]|The request body must be a JSON object.|,\"code\":\"json-not-an-object\"",
        "media|The request body is not valid JSON.|,\"code\":\"invalid-json\"",
        "''|The request body is not valid JSON.|,\"code\":\"invalid-json\""
      })
  void invalidTagNamesTheFieldAndTheRemedy(String body, String detail, String rest) {
    assertProblem(
        server.send("POST", "api/tags", body),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"" + detail + "\"" + rest + "}");
  }

  @Test
  void tagNamesAreUnique() {
    create("media");
    assertProblem(
        server.send("POST", "api/tags", "{\"name\":\"media\"}"),
        409,
        """
        {"title":"Conflict","status":409,"detail":"A tag with this name already exists. Choose another name, or use the existing tag.","code":"tag-name-taken","params":{"name":"media"}}""");
  }

  @Test
  void deletingATagUntagsItsImages() {
    server.notify(Payloads.of("a"));
    var id = create("media");
    assign("a", id);
    assertThat(server.send("DELETE", "api/tags/" + id, null).statusCode()).isEqualTo(204);
    assertThat(server.get("api/updates").body()).contains("\"tag\":null");
    assertProblem(
        server.send("DELETE", "api/tags/" + id, null),
        404,
        """
        {"title":"Not Found","status":404,"detail":"Tag not found. GET /api/v1/tags lists them.","code":"tag-not-found"}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "99999999999"})
  void tagIdMustBeAnInteger(String id) {
    assertProblem(
        server.send("DELETE", "api/tags/" + id, null),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Invalid id '%1$s'. Use the id from the response that created it.","field":"id","code":"invalid-id","params":{"value":"%1$s"}}"""
            .formatted(id));
  }

  @Test
  void imageKeepsItsTagWhenItIsUpdated() {
    server.notify(Payloads.of("a", "sha256:1"));
    var id = create("media");
    assertThat(assign("a", id)).isEqualTo(204);
    server.notify(Payloads.of("a", "sha256:2"));
    assertThat(server.get("api/updates").body())
        .contains("\"tag\":{\"id\":" + id + ",\"name\":\"media\"}");
    assertThat(server.send("DELETE", "api/tag-assignments", "{\"image\":\"a\"}").statusCode())
        .isEqualTo(204);
    assertThat(server.get("api/updates").body()).contains("\"tag\":null");
  }

  @Test
  void unknownTagIsNotAssigned() {
    assertThat(assign("a", "4711")).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"image\":\"a\"}",
        "{\"tag_id\":1}",
        "{\"image\":\"\",\"tag_id\":1}",
        "{\"image\":1,\"tag_id\":1}",
        "x"
      })
  void invalidAssignmentIsRejected(String body) {
    assertThat(server.send("PUT", "api/tag-assignments", body).statusCode()).isEqualTo(400);
  }

  @Test
  void bodyIsReadWithAnyContentType() {
    var answer =
        server.send(
            "POST",
            "api/tags",
            "{\"name\":\"a\"}",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "日本語 🐳",
        "'; DROP TABLE tags; --",
        "<script>alert(1)</script>",
        "a\\u0000b\\ud800"
      })
  void tagNameAcceptsAnyText(String name) {
    assertThat(server.send("POST", "api/tags", "{\"name\":\"" + name + "\"}").statusCode())
        .isEqualTo(201);
    assertThat(server.get("api/tags").statusCode()).isEqualTo(200);
  }

  private String create(String name) {
    return idIn(server.send("POST", "api/tags", "{\"name\":\"" + name + "\"}").body());
  }

  private int assign(String image, String id) {
    var body = "{\"image\":\"%s\",\"tag_id\":%s}".formatted(image, id);
    return server.send("PUT", "api/tag-assignments", body).statusCode();
  }

  private static String idIn(String tag) {
    return tag.replaceAll("\\D", "");
  }

  @Test
  void namesThatDifferInCaseOnlyAreTaken() {
    var media = create("media");
    create("apps");
    assertThat(server.send("POST", "api/tags", "{\"name\":\"Media\"}").statusCode()).isEqualTo(409);
    assertThat(server.send("PATCH", "api/v1/tags/" + media, "{\"name\":\"APPS\"}").statusCode())
        .isEqualTo(409);
    assertThat(server.send("PATCH", "api/v1/tags/" + media, "{\"name\":\"Media\"}").statusCode())
        .isEqualTo(200);
  }
}
