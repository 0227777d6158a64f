package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Caching of the page's files, and its Content-Security-Policy. */
@ServerDependent
class PageFilesIT {

  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private AppServer server;

  @BeforeEach
  void start() {
    server = Installation.SQLITE.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "sign-in.html"})
  void pagesAreRevalidatedWithAnETag(String path) {
    var page = server.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    var tag = page.headers().firstValue("ETag").orElseThrow();
    var same = server.send("GET", path, null, "If-None-Match", "\"old\", " + tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(server.send("GET", path, null, "If-None-Match", "\"old\"").body())
        .isEqualTo(page.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"app/main", "style/page", "icons/services", "manifest"})
  void hashedFilesAreKept(String name) {
    var answer = server.get(hashed(name));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(cachingOf(answer)).isEqualTo(IMMUTABLE);
    assertThat(answer.body()).doesNotContain("sourceMappingURL");
  }

  @ParameterizedTest
  @CsvSource({
    "app/main, text/javascript, 'gzip, br', br",
    "style/page, text/css, 'gzip, br;q=0.5', gzip",
    "icons/services, text/css, 'br;q=0, *', gzip",
    "app/main, text/javascript, 'br;q=0, gzip;q=0', ",
  })
  void scriptsAndStyleSheetsAreSentInTheBestEncoding(
      String name, String type, String accepted, String encoding) throws IOException {
    var file = hashed(name);
    var plain = request("GET", file, "identity");
    var answer = request("GET", file, accepted);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(encoding);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
    assertThat(answer.headers().firstValue("Cache-Control")).contains(IMMUTABLE);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
    assertThat(answer.body().length < plain.body().length).isEqualTo(encoding != null);
    if ("gzip".equals(encoding)) {
      var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
      assertThat(unpacked).isEqualTo(plain.body());
    }
    var head = request("HEAD", file, accepted);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().map().keySet()).isEqualTo(answer.headers().map().keySet());
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app/main-00000000.js", "WEB-INF/compressed/style/page.css"})
  void noFileIsAlso404ForClientsThatAcceptEncodings(String path) {
    assertThat(request("GET", path, "gzip, br").statusCode()).isEqualTo(404);
  }

  /** The server may show the page for any method, and under the failed URL. */
  @ParameterizedTest
  @CsvSource({"GET, nothing, ./", "GET, app/a/nothing.js, ../../", "POST, nothing/x, ../"})
  void theErrorPageLinksToThePage(String method, String path, String link) {
    var answer = server.send(method, path, null);
    assertThat(answer.statusCode()).isBetween(404, 405);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).contains("<a href=\"" + link + "\">dashboard</a>");
  }

  @Test
  void missingFilesAreNotKept() {
    var answer = server.get("app/main-00000000.js");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(cachingOf(answer)).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/main.js",
        "style/page.css",
        "style/parts.css",
        "sign-in.js",
        "icons/services.css"
      })
  void sourcesAreNotServed(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyScriptsOfTheApplicationRun() {
    assertThat(server.get("").headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'; trusted-types lit-html service-worker");
  }

  private String hashed(String name) {
    return server.get("index.html").body().replaceFirst("(?s).*\"(" + name + "-[^\"]+)\".*", "$1");
  }

  private HttpResponse<byte[]> request(String method, String path, String accepted) {
    var request =
        HttpRequest.newBuilder(server.uri().resolve(path))
            .method(method, BodyPublishers.noBody())
            .header("Accept-Encoding", accepted)
            .build();
    return CLIENT.sendAsync(request, BodyHandlers.ofByteArray()).join();
  }

  private static String cachingOf(HttpResponse<String> answer) {
    return answer.headers().firstValue("Cache-Control").orElseThrow();
  }
}
