package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API of the Go original, as a client of it sees it: whole answers. */
@ParameterizedClass
@EnumSource
class UpdatesIT {

  private static final String NGINX = "docker.io/library/nginx:latest";
  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void withoutUpdatesThereIsAnEmptyObject() {
    assertThat(server.get("api/updates").body()).isEqualTo("{}");
  }

  @Test
  void anUpdateIsShownWithAllItsMembers() {
    server.notify(Payloads.read("03-docker-update-latest"));
    var answer = server.get("api/updates");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body().replaceAll(TIME, "TIME"))
        .isEqualTo(
            """
            {"docker.io/library/nginx:latest":{"event":{"diun_version":"v4.33.0","hostname":"myserver","status":"update",\
            "provider":"docker","image":"docker.io/library/nginx:latest","hub_link":"https://hub.docker.com/_/nginx",\
            "mime_type":"application/vnd.oci.image.index.v1+json",\
            "digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a",\
            "created":"2026-11-18T03:25:41Z","platform":"linux/amd64","metadata":{"ctn_names":"web",\
            "ctn_id":"4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2","ctn_state":"running",\
            "ctn_status":"Up 2 weeks (healthy)"}},"received_at":"TIME","acknowledged":false,"tag":null}}""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.io/library/nginx:latest",
        "docker.io%2Flibrary%2Fnginx:latest",
        "docker.io%2Flibrary%2Fnginx%3Alatest",
        "docker.io/library/nginx:latest@sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a"
      })
  void anUpdateIsAcknowledgedHoweverItsImageIsEscaped(String path) {
    server.notify(Payloads.of(NGINX));
    var answer = server.send("PATCH", "api/updates/" + path, null);
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
  void anyImageCanBeNamedInThePath(String image, String path) {
    server.notify(Payloads.of(image));
    assertThat(server.send("PATCH", "api/updates/" + path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void anAcknowledgedUpdateIsReopenedByTheNextNotification() {
    server.notify(Payloads.of(NGINX));
    server.send("PATCH", "api/updates/" + NGINX, null);
    server.notify(Payloads.of(NGINX));
    assertThat(server.get("api/updates").body()).contains("\"acknowledged\":false");
  }

  @Test
  void whatIsNotThereCannotBeAcknowledged() {
    assertProblem(
        server.send("PATCH", "api/updates/nowhere", null),
        404,
        """
        {"title":"Not Found","status":404,"detail":"There is no update of this image; GET api/updates lists them."}""");
  }

  @Test
  void aNameTooLongIsToldSo() {
    assertProblem(
        server.send("PATCH", "api/updates/" + "x".repeat(457), null),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"The image is longer than 456 characters; give its reference.","field":"image"}""");
  }

  @Test
  void allAreAcknowledgedAtOnce() {
    server.notify(Payloads.of("a"));
    server.notify(Payloads.of("b"));
    assertThat(server.send("POST", "api/updates/acknowledge-all", null).body())
        .isEqualTo("{\"count\":2}");
    assertThat(server.send("POST", "api/updates/acknowledge-all", "").body())
        .isEqualTo("{\"count\":0}");
  }

  @Test
  void theUpdatesOfATagAreAcknowledgedAtOnce() {
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
  void aTagHasToBeNamedByItsId(String body) {
    assertProblem(
        server.send("POST", "api/updates/acknowledge-by-tag", body),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"The member \\"tag_id\\" is missing or no whole number from 1; send the id as a JSON number.","field":"tag_id"}""");
  }

  @Test
  void whoHasTheListAlreadyGetsNone() {
    server.notify(Payloads.of("a"));
    var tag = server.get("api/updates").headers().firstValue("ETag").orElseThrow();
    var same = server.send("GET", "api/updates", null, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers().firstValue("ETag")).contains(tag);
    server.send("PATCH", "api/updates/a", null);
    var changed = server.send("GET", "api/updates", null, "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(java.util.Optional.of(tag));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|gzip",
        "GZIP, deflate|gzip",
        "br;q=1.0, gzip;q=0.8, *;q=0.1|gzip",
        "*|gzip",
        "gzip;q=0|identity",
        "gzip;q=0.000, br|identity",
        "identity|identity",
        "deflate, br|identity"
      })
  void answersAreCompressedForWhoTakesIt(String accepted, String encoding) throws Exception {
    server.notify(Payloads.of("a"));
    var plain = server.get("api/updates");
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + "api/updates"))
            .header("Accept-Encoding", accepted);
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo(encoding);
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(answer.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
    assertThat(encoding.equals("gzip") ? unpacked(answer.body()) : answer.body())
        .asString()
        .isEqualTo(plain.body());
  }

  @Test
  void thePagesFilesAreCompressedToo() {
    var answer = server.send("GET", "app/main.js", null, "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|api/nothing|404|There is nothing at this address; look at its spelling.",
        "GET|api|404|There is nothing at this address; look at its spelling.",
        "GET|api/|404|There is nothing at this address; look at its spelling.",
        "GET|api/v1|404|There is nothing at this address; look at its spelling."
      })
  void nowhereIsAProblemToo(String method, String path, int status, String detail) {
    assertProblem(
        server.send(method, path, null),
        status,
        "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"" + detail + "\"}");
  }

  @Test
  void anotherMethodIsAProblemWithThoseAllowed() {
    var answer = server.send("DELETE", "api/updates", null);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
  }

  static void assertProblem(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    return new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
  }
}
