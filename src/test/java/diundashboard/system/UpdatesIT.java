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

/** Complete responses of the Go API, and caching, compression and errors of all APIs. */
@ServerDependent
@ParameterizedClass
@EnumSource
class UpdatesIT {

  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void responseIsAnEmptyObjectWithoutUpdates() {
    assertThat(server.get("api/updates").body()).isEqualTo("{}");
  }

  @Test
  void updateHasAllMembers() {
    server.notify(Payloads.read("03-docker-update-latest"));
    var answer = server.get("api/updates");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
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

  @Test
  void unchangedListGets304() {
    server.notify(Payloads.of("a"));
    var tag = server.get("api/updates").headers().firstValue("ETag").orElseThrow();
    var same = server.send("GET", "api/updates", null, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers().firstValue("ETag")).hasValue(tag);
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
  void responsesAreCompressedOnRequest(String accepted, String encoding) throws Exception {
    server.notify(Payloads.of("a"));
    var plain = server.get("api/updates");
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + "api/updates"))
            .header("Accept-Encoding", accepted);
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo(encoding);
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(answer.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
    assertThat(encoding.equals("gzip") ? unpacked(answer.body()) : answer.body())
        .asString()
        .isEqualTo(plain.body());
  }

  @Test
  void staticFilesAreCompressedToo() {
    var script = server.get("index.html").body().replaceFirst("(?s).* src=\"([^\"]+)\".*", "$1");
    var answer = server.send("GET", script, null, "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|api/nothing|404|Not found. Check the URL.",
        "GET|api|404|Not found. Check the URL.",
        "GET|api/|404|Not found. Check the URL.",
        "GET|api/v1|404|Not found. Check the URL."
      })
  void unknownPathsGetAProblem(String method, String path, int status, String detail) {
    assertProblem(
        server.send(method, path, null),
        status,
        "{\"title\":\"Not Found\",\"status\":404,\"detail\":\""
            + detail
            + "\",\"code\":\"not-found\"}");
  }

  @Test
  void otherMethodsGetAProblemWithAllow() {
    var answer = server.send("DELETE", "api/updates", null);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
  }

  static void assertProblem(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    return new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
  }
}
