package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Client of the application on a server as distributed: sends notifications and API requests.
 *
 * @param uri base URL of the application, with a trailing slash
 */
record Application(URI uri) {

  /** The webhook secret of the servers. */
  static final String SECRET = "hush-webhook";

  private static final String IMAGE = "docker.io/library/nginx:latest";
  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Uses every feature that a server configuration can break. Can be called again. */
  void assertServes() {
    assertThat(send("GET", "api/v1/health/ready", "").body())
        .startsWith(
            """
            {"status":"UP","checks":[{"name":"database","status":"UP","data":{}},{"name":"versions",""");
    assertThat(send("POST", "webhook", Payloads.of(IMAGE)).statusCode()).isEqualTo(200);
    assertThat(send("GET", "webhook", Payloads.of("alpine")).statusCode()).isEqualTo(200);
    var path = "api/updates/" + IMAGE.replace("/", "%2F");
    assertThat(send("PATCH", path, "").statusCode()).isEqualTo(204);
    var tag = send("POST", "api/tags", "{\"name\":\"media\"}").body().replaceAll("\\D", "");
    var assignment = "{\"image\":\"alpine\",\"tag_id\":%s}".formatted(tag);
    assertThat(send("PUT", "api/tag-assignments", assignment).statusCode()).isEqualTo(204);
    assertThat(updates())
        .isEqualTo(
            "{%s,%s}",
            update("alpine", false, "{\"id\":%s,\"name\":\"media\"}".formatted(tag)),
            update(IMAGE, true, "null"));
    assertThat(send("DELETE", "api/tag-assignments", "{\"image\":\"alpine\"}").statusCode())
        .isEqualTo(204);
    assertThat(send("DELETE", "api/tags/" + tag, "").statusCode()).isEqualTo(204);
    assertThat(updates())
        .isEqualTo("{%s,%s}", update("alpine", false, "null"), update(IMAGE, true, "null"));
    var page = send("GET", "index.html", "").body();
    var file = page.replaceFirst("(?s).* src=\"([^\"]+)\".*", "$1");
    var script = send("GET", file, "", "Accept-Encoding", "gzip");
    assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript");
    assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(send("POST", "webhook", "x".repeat(11_000_000)).body())
        .isEqualTo("The request body is larger than 1 MiB.");
  }

  boolean isReady() {
    try {
      return send("GET", "api/v1/health/ready", "").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Sends a request. The path must be escaped. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(uri + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + SECRET)
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String updates() {
    return send("GET", "api/updates", "").body().replaceAll(TIME, "TIME");
  }

  private static String update(String image, boolean acknowledged, String tag) {
    return """
        "%s":{"event":{"diun_version":"v4.33.0","hostname":"nas","status":"update","provider":"docker",\
        "image":"%s","hub_link":"","mime_type":"","digest":"sha256:1111","created":"0001-01-01T00:00:00Z",\
        "platform":"","metadata":{"ctn_names":"","ctn_id":"","ctn_state":"","ctn_status":""}},\
        "received_at":"TIME","acknowledged":%s,"tag":%s}"""
        .formatted(image, image, acknowledged, tag);
  }
}
