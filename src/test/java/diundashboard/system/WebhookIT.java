package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the webhook takes, and how it refuses. */
@ParameterizedClass
@EnumSource
class WebhookIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  static List<String> payloads() {
    return Payloads.names();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void everyPayloadIsTakenAndAppears(String payload) {
    var answer = server.notify(Payloads.read(payload));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    var isTest = payload.equals("02-file-notif-test");
    assertThat(images()).hasSize(isTest ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "GET"})
  void everyMethodOfDiunsIsTaken(String method) {
    assertThat(server.send(method, "webhook", Payloads.of("nginx")).statusCode()).isEqualTo(200);
    assertThat(images()).containsExactly("nginx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain;charset=iso-8859-1",
        "image/png",
        "nonsense",
        ";;",
        "*/*"
      })
  void anyContentTypeIsTaken(String type) {
    var answer = server.send("POST", "webhook", Payloads.of("nginx:日本"), "Content-Type", type);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(images()).containsExactly("nginx:日本");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void aChunkedBodyIsTaken(String method) throws IOException {
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
    assertThat(images()).containsExactly("nginx");
  }

  @Test
  void theTestIsRememberedAndIsNoUpdate() {
    server.notify(Payloads.read("02-file-notif-test"));
    assertThat(server.get("api/updates").body()).isEqualTo("{}");
    assertThat(server.get("api/v1/notifications/tests").body())
        .matches(
            "\\[\\{\"hostname\":\"d2219b854598\",\"diun_version\":\"v4\\.33\\.0\",\"received_at\":\"20[0-9-]+T[0-9:]+\\.[0-9]{3}Z\"}]");
    assertThat(server.log())
        .contains("Test notification received from host d2219b854598, Diun v4.33.0");
  }

  @Test
  void theRawBodyIsKept() throws Exception {
    var body = Payloads.read("36-created-epoch-and-user-metadata");
    server.notify(body);
    try (var connection = installation.connect();
        var row = connection.createStatement().executeQuery("SELECT body FROM updates")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[1]", "{}", "{\"image\":\"\"}", "{\"image\":5}"})
  void whatIsNoNotificationIsRefusedInOneSentence(String body) {
    var answer = server.notify(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(answer.body()).matches("The [^\\n<]+; send Diun's JSON object\\.");
    assertThat(images()).isEmpty();
  }

  @Test
  void aGetWithoutABodySaysWhatToPutIntoDiunYml() {
    var answer = server.get("webhook");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
    assertThat(answer.body())
        .isEqualTo(
            "Diun's notifications belong here; in diun.yml, set notif.webhook.endpoint to this address and notif.webhook.method to POST.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PATCH"})
  void otherMethodsAreRefused(String method) {
    assertThat(server.send(method, "webhook", "{}").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook", "webhook/"})
  void nothingIsEverRedirected(String path) {
    assertThat(server.send("POST", path, Payloads.of("nginx")).statusCode()).isEqualTo(200);
  }

  @Test
  void aMebibyteIsTaken() {
    var rest = "{\"image\":\"nginx\",\"x\":\"\"}".length();
    var body = "{\"image\":\"nginx\",\"x\":\"" + "y".repeat(1024 * 1024 - rest) + "\"}";
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
    assertThat(server.notify(body + " ").statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 5000000000\n\n", "Transfer-Encoding: chunked\n\n40000000\n"})
  void aLargerBodyIsRefusedBeforeItIsReadToItsEnd(String length) throws IOException {
    var answer =
        exchange("POST /webhook HTTP/1.1\nHost: x\n" + length + " ".repeat(2 * 1024 * 1024));
    assertThat(answer).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aRefusedSenderGetsTheAnswerAlthoughItGoesOnSending() {
    assertThat(server.notify(" ".repeat(20_000_000)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"image\":\"a\\u0000b\",\"hostname\":\"\\u0000\",\"metadata\":{\"ctn_names\":\"\\u0000\"}}",
        "{\"image\":\"a\\ud800\",\"digest\":\"\\udfff\"}",
        "{\"image\":\"a\",\"image\":\"b\"}",
        "{\"image\":\"a\",\"hostname\":1e99999,\"status\":{\"a\":[]},\"metadata\":[1]}",
        "{\"image\":\"a\",\"diun_version\":123456789012345678901234567890}",
        "\uFEFF{\"image\":\"a\"}"
      })
  void oddTextIsTaken(String body) {
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
    assertThat(images()).hasSize(1);
  }

  @Test
  void badUtf8IsTaken() throws IOException {
    var body = new ByteArrayOutputStream();
    body.write(
        "POST /webhook HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 16\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    body.write("{\"image\":\"a".getBytes(StandardCharsets.US_ASCII));
    body.write(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
    body.write("\"}".getBytes(StandardCharsets.US_ASCII));
    assertThat(exchange(body.toByteArray())).startsWith("HTTP/1.1 200 ");
    assertThat(images()).containsExactly("a\uFFFD(\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"image\":"})
  void deepNestingIsRefused(String opening) {
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
  void oddHeadersAreNoFaultOfOurs(String header) throws IOException {
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
  void aBodyThatIsNotEncodedAsItsHeaderSaysIsTheSendersFaultIfAnybodys() throws IOException {
    var answer =
        exchange(
            "POST /webhook HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 13\nContent-Encoding: gzip\n\n{\"image\":\"a\"}");
    assertThat(answer).containsPattern("^HTTP/1.1 (200|400) ");
  }

  /** Sends bytes as they are, and reads what comes back until the server has said enough. */
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

  private Set<String> images() {
    return Json.createReader(new StringReader(server.get("api/updates").body()))
        .readObject()
        .keySet();
  }
}
