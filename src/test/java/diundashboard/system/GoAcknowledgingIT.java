package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acknowledgement in the Go API: one update, the updates of a tag, all updates. */
@ParameterizedClass
@EnumSource
class GoAcknowledgingIT {

  private static final String NGINX = "docker.io/library/nginx:latest";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.io/library/nginx:latest",
        "docker.io%2Flibrary%2Fnginx:latest",
        "docker.io%2Flibrary%2Fnginx%3Alatest",
        "docker.io/library/nginx:latest@sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a"
      })
  void updateIsAcknowledgedWithAnyEscapingOfItsImage(String path) {
    server.notify(Payloads.of(NGINX));
    var answer = acknowledge(path);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(server.get("api/updates").body()).contains("\"acknowledged\":true");
  }

  @ParameterizedTest
  @CsvSource({
    "registry.lan:5000/team/api:1.4.2, registry.lan:5000/team/api:1.4.2",
    "日本/語:1, %E6%97%A5%E6%9C%AC/%E8%AA%9E:1",
    "a b+c%d?e#f;g=h, a%20b+c%25d%3Fe%23f%3Bg=h",
    "it's <odd>, it's%20%3Codd%3E"
  })
  void pathAcceptsAnyImageName(String image, String path) {
    insert(image);
    assertThat(acknowledge(path).statusCode()).isEqualTo(204);
  }

  /** Inserts an image as the Go original stores it, which accepts any text. */
  private void insert(String image) {
    var name = image.replace("'", "''");
    installation.change(
        "INSERT INTO updates (image, received_at) VALUES ('%s', '2026-11-22T12:00:00Z')"
            .formatted(name));
    installation.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at)
        VALUES ('%s', '', '', '', '', '', '', '{}', '', '2026-11-22T12:00:00Z')"""
            .formatted(name));
  }

  @Test
  void acknowledgedUpdateIsReopenedByTheNextNotification() {
    server.notify(Payloads.of(NGINX));
    acknowledge(NGINX);
    server.notify(Payloads.of(NGINX));
    assertThat(server.get("api/updates").body()).contains("\"acknowledged\":false");
  }

  @Test
  void unknownUpdateIsNotFound() {
    UpdatesIT.assertProblem(
        acknowledge("nowhere"),
        404,
        """
        {"title":"Not Found","status":404,"detail":"Update not found. GET /api/updates lists them."}""");
  }

  @Test
  void tooLongImageNameIsRejected() {
    UpdatesIT.assertProblem(
        acknowledge("x".repeat(457)),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"The image is longer than 456 characters. Use a reference such as docker.io/library/nginx:latest.","field":"image"}""");
  }

  @Test
  void allUpdatesAreAcknowledged() {
    server.notify(Payloads.of("a"));
    server.notify(Payloads.of("b"));
    assertThat(server.send("POST", "api/updates/acknowledge-all", null).body())
        .isEqualTo("{\"count\":2}");
    assertThat(server.send("POST", "api/updates/acknowledge-all", "").body())
        .isEqualTo("{\"count\":0}");
  }

  @Test
  void updatesOfATagAreAcknowledged() {
    server.notify(Payloads.of("a"));
    server.notify(Payloads.of("b"));
    var tag = server.send("POST", "api/tags", "{\"name\":\"media\"}").body().replaceAll("\\D", "");
    server.send("PUT", "api/tag-assignments", "{\"image\":\"a\",\"tag_id\":" + tag + "}");
    var body = "{\"tag_id\":" + tag + "}";
    assertThat(server.send("POST", "api/updates/acknowledge-by-tag", body).body())
        .isEqualTo("{\"count\":1}");
    assertThat(server.send("POST", "api/updates/acknowledge-by-tag", body).body())
        .isEqualTo("{\"count\":0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"tag_id\":\"1\"}",
        "{\"tag_id\":0}",
        "{\"tag_id\":1.5}",
        "{\"tag_id\":99999999999999999999}",
        "{\"tag_id\":1e999999999}",
        "{\"tag_id\":null}"
      })
  void tagIdIsRequired(String body) {
    UpdatesIT.assertProblem(
        server.send("POST", "api/updates/acknowledge-by-tag", body),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Member \\"tag_id\\" must be a positive integer.","field":"tag_id"}""");
  }

  private HttpResponse<String> acknowledge(String path) {
    return server.send("PATCH", "api/updates/" + path, null);
  }
}
