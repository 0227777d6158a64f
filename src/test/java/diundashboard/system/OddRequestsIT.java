package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual, malformed and oversized requests. */
@ServerDependent
@EachDatabase
class OddRequestsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void chunkedBodiesAreAccepted(String method) throws IOException {
    var body = Payloads.of("nginx");
    var answer =
        exchange(
            """
            %s /webhook HTTP/1.1
            Host: localhost
            Connection: close
            Transfer-Encoding: chunked

            %x
            %s
            0

            """
                .formatted(method, body.length(), body));
    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(server.images()).containsExactly("nginx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 5000000000\n\n", "Transfer-Encoding: chunked\n\n40000000\n"})
  void oversizedBodiesAreRejectedBeforeTheirEnd(String length) throws IOException {
    var answer =
        exchange("POST /webhook HTTP/1.1\nHost: x\n" + length + " ".repeat(2 * 1024 * 1024));
    assertThat(answer).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void rejectedSendersGetTheResponseWhileStillSending() {
    assertThat(server.notify(" ".repeat(20_000_000)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"image":"a\\u0000b","hostname":"\\u0000","metadata":{"ctn_names":"\\u0000"}}""",
        """
        {"image":"a\\ud800","digest":"\\udfff"}""",
        """
        {"image":"a","image":"b"}""",
        """
        {"image":"a","hostname":1e99999,"status":{"a":[]},"metadata":[1]}""",
        "{\"image\":\"a\",\"diun_version\":123456789012345678901234567890}",
        "\uFEFF{\"image\":\"a\"}"
      })
  void unusualTextIsAccepted(String body) {
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
    assertThat(server.images()).hasSize(1);
  }

  @Test
  void malformedUtf8IsAccepted() throws IOException {
    var body = new ByteArrayOutputStream();
    body.write(
        "POST /webhook HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 16\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    body.write("{\"image\":\"a".getBytes(StandardCharsets.US_ASCII));
    body.write(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
    body.write("\"}".getBytes(StandardCharsets.US_ASCII));
    assertThat(exchange(body.toByteArray())).startsWith("HTTP/1.1 200 ");
    assertThat(server.images()).containsExactly("a\uFFFD(\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"image\":"})
  void deepNestingIsRejected(String opening) {
    assertThat(server.notify(opening.repeat(100_000)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: nonsense",
        "Accept: text/html",
        "Accept-Encoding: ;;",
        "Accept-Language: ;q=x",
        "Cookie: a=\"",
        "Authorization: Basic !!",
        "If-Match: x",
        "Range: bytes=5-1",
        "Expect: 100-continue",
        "X-HTTP-Method-Override: DELETE",
        "Content-Language: ???",
        "Date: never"
      })
  void unusualHeadersAreIgnored(String header) throws IOException {
    var body = Payloads.of("nginx");
    var answer =
        exchange(
            "POST /webhook HTTP/1.1\nHost: x\nConnection: close\nContent-Length: "
                + body.length()
                + "\n"
                + header
                + "\n\n"
                + body);
    assertThat(answer).contains("HTTP/1.1 200 ");
  }

  @Test
  void aWrongContentEncodingIsNoServerError() throws IOException {
    var answer =
        exchange(
            "POST /webhook HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 13\nContent-Encoding: gzip\n\n{\"image\":\"a\"}");
    assertThat(answer).containsPattern("^HTTP/1.1 (200|400) ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"images?q=%zz", "images?q=%", "activity?host=%FF%FE", "images?&&=&q"})
  void malformedQueriesAreNoServerError(String path) throws IOException {
    var answer = exchange("GET /api/v1/" + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
    assertThat(answer).containsPattern("^HTTP/1.1 (200|400) ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET foo", "GET foo/bar", "GET http:foo", "CONNECT x:1", "DELETE x"})
  void targetsThatAreNoPathGet400(String target) throws IOException {
    var logged = server.log().length();
    var answer = exchange(target + " HTTP/1.1\nHost: x\nConnection: close\n\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").hasSizeLessThan(500);
    assertThat(server.log().substring(logged)).doesNotContain("ERROR", "WARN", "SEVERE", "\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "FOO / 405",
        "PROPFIND /index.html 405",
        "FOO /missing 405",
        "DELETE /icons/box.svg 405",
        "POST /icons/box.svg 405",
        "FOO /webhook 405",
        "FOO /api/v1/images 405",
        "GET /missing 404",
        "GET /api/v1/missing 404",
        "GET /api/v1/images?limit=x 400",
        "POST /api/v1/images 405",
        "GET /icons/box.svg 200"
      })
  void rangesAreIgnored(String method, String path, String status) throws IOException {
    var answer =
        exchange(
            method + " " + path + " HTTP/1.1\nHost: x\nConnection: close\nRange: bytes=0-5\n\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    if (status.equals("405")) assertThat(answer).contains("\nAllow: ");
  }

  /** Payara rejects them before the application and sends no body. */
  @ParameterizedTest
  @CsvSource({"/api/v1/%ff, application/problem+json", "/webhook/%ff, text/plain"})
  void addressesThatAreNoUtf8Get400(String path, String type) throws IOException {
    var answer = exchange("GET " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("<html");
    if (ServerKind.current() == ServerKind.WILDFLY) assertThat(answer).contains(type);
  }

  /** Chunked bodies are always awaited. */
  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "%7B%7D", "%3F", "%25", "a%20b"})
  void addressesAreKeptUntilTheBodyHasArrived(String tag) throws IOException {
    var answer =
        exchange(
            """
            PATCH /api/v1/tags/%s HTTP/1.1
            Host: localhost
            Connection: close
            Transfer-Encoding: chunked

            2
            {}
            0

            """
                .formatted(tag));
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("No changes given.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"If-None-Match", "If-Modified-Since", "If-Unmodified-Since"})
  void malformedConditionsAreIgnored(String header) {
    assertThat(server.send("GET", "api/v1/tags", null, header, "\"").statusCode()).isEqualTo(200);
  }

  @Test
  void conditionsThatAreNotMetAreAProblem() {
    var response = server.send("GET", "api/v1/tags", null, "If-Match", "\"x\"");
    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/v1/tags", "api/tags"})
  void theMethodsOfAResourceAreListed(String path) {
    var response = server.send("OPTIONS", path, null);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
  }

  @Test
  void theRestApiIsNotDescribedInWadl() {
    assertThat(server.get("api/application.wadl").statusCode()).isEqualTo(404);
  }

  /** Sends raw bytes and reads the response: until its end, or the head of a 4xx response. */
  private String exchange(String request) throws IOException {
    return exchange(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private String exchange(byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      var answer = new StringBuilder();
      var buffer = new byte[8192];
      for (int n; (n = socket.getInputStream().read(buffer)) > 0; ) {
        answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        if (answer.indexOf("HTTP/1.1 4") >= 0 && answer.indexOf("\r\n\r\n") >= 0) break;
      }
      return answer.toString();
    }
  }
}
