package diundashboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send slowly, or stop sending. */
@ServerDependent
class SlowClientsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than the server has threads. */
  private static final int ATTACKERS = 100;

  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String POST = "POST /webhook" + HEAD;

  private static final String UPGRADE =
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n";

  /**
   * Payara does not notice that a connection is closed: imports keep their files until the timeout,
   * and others of the same server would wait for them.
   */
  private static AppServer own;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = Installation.SQLITE.empty();
  }

  private void useOwnServer() {
    if (ServerKind.current() == ServerKind.WILDFLY) return;
    if (own == null) own = Installation.SQLITE.startAnother("slow-clients", Map.of());
    server = own;
  }

  @AfterAll
  static void stop() {
    if (own != null) own.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /webhook",
        "POST //webhook",
        "POST /",
        "POST /api/v1/acknowledgements",
        "POST /api/v1/imports?host=nas",
        "PUT /api/v1/hosts/a/name",
        "GET /app/missing.js"
      })
  void unfinishedBodiesTakeNoThreads(String target) {
    if (target.contains("imports")) useOwnServer();
    var attackers = IntStream.range(0, ATTACKERS).mapToObj(i -> connect()).toList();
    try {
      attackers.forEach(each -> send(each, target + HEAD + "Content-Length: 1000\r\n\r\n{"));
      var start = Instant.now();
      assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
      assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
      assertThat(server.notify(Payloads.of("nginx") + " ".repeat(900_000)).statusCode())
          .isEqualTo(200);
      assertThat(server.images()).containsExactly("nginx");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    } finally {
      attackers.forEach(SlowClientsIT::close);
    }
  }

  @Test
  void unfinishedBodiesOfUpgradesTakeNoThreads() {
    var attackers = IntStream.range(0, ATTACKERS).mapToObj(i -> connect()).toList();
    try {
      attackers.forEach(each -> send(each, POST + UPGRADE + "Content-Length: 1000\r\n\r\n{"));
      assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
      assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
    } finally {
      attackers.forEach(SlowClientsIT::close);
    }
  }

  /** Java's client asks for HTTP/2, and sends the body after the head. */
  @Test
  void bodiesOfUpgradesAreReceived() throws Exception {
    for (int i = 0; i < 50; i++) {
      var request =
          HttpRequest.newBuilder(server.uri().resolve("webhook"))
              .POST(BodyPublishers.ofString(Payloads.of("nginx")))
              .build();
      var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  /** The server must not wait for the rest of a body that it rejects. */
  @Test
  void rejectedBodiesTakeNoThreads() {
    var attackers = IntStream.range(0, ATTACKERS).mapToObj(i -> connect()).toList();
    try {
      var tooLarge = "x".repeat(1_100_000);
      attackers.forEach(each -> send(each, POST + "Content-Length: 2000000\r\n\r\n" + tooLarge));
      assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
      assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
    } finally {
      attackers.forEach(SlowClientsIT::close);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhook", "//webhook"})
  void bodiesInPartsAreReceived(String path) throws IOException {
    var body = Payloads.of("nginx:" + "1".repeat(100));
    try (var socket = connect()) {
      send(socket, "POST " + path + HEAD + "Content-Length: " + body.length() + "\r\n\r\n");
      for (var at = 0; at < body.length(); at += 40) {
        send(socket, body.substring(at, Math.min(body.length(), at + 40)));
        assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
      }
      assertThat(statusOf(socket)).isEqualTo("HTTP/1.1 200");
    }
    assertThat(server.images()).containsExactly("nginx:" + "1".repeat(100));
  }

  /** Java's client sends a body right after its head, in a packet of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"webhook", "/webhook"})
  void bodiesInPacketsOfTheirOwnAreReceived(String path) {
    var statuses =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> server.send("POST", path, Payloads.of("nginx:" + i)).statusCode())
            .collect(groupingBy(identity(), counting()));
    assertThat(statuses).isEqualTo(Map.of(200, 400L));
    assertThat(server.images()).hasSize(400);
  }

  @Test
  void theQueryOfARequestInPartsIsKept() throws IOException {
    server.notify(Payloads.of("nginx"));
    var body = "{\"images\":[\"nginx\"]}";
    try (var socket = connect()) {
      send(
          socket,
          "POST /api/v1/acknowledgements?x=%2F&y=1" + HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
      send(socket, Integer.toHexString(body.length()) + "\r\n" + body + "\r\n");
      assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
      send(socket, "0\r\n\r\n");
      assertThat(statusOf(socket)).isEqualTo("HTTP/1.1 201");
    }
  }

  /** The bodies of imports are kept in a few files, which end with their connections. */
  @Test
  void unfinishedImportsLeaveRoomForOthers() {
    useOwnServer();
    server.notify(Payloads.of("nginx"));
    var attackers = IntStream.range(0, 10).mapToObj(i -> connect()).toList();
    var start = "POST /api/v1/imports?host=nas" + HEAD + "Content-Length: 100000\r\n\r\n{";
    attackers.forEach(each -> send(each, start));
    var output = Payloads.readImport("image-list") + " ".repeat(100_000);
    var path = "api/v1/imports?host=nas&dry_run=true";
    await()
        .untilAsserted(
            () -> assertThat(server.send("POST", path, output).statusCode()).isEqualTo(503));
    attackers.forEach(SlowClientsIT::close);
    if (ServerKind.current() != ServerKind.WILDFLY) return; // others wait for the timeout
    await()
        .untilAsserted(
            () -> assertThat(server.send("POST", path, output).statusCode()).isEqualTo(200));
  }

  @Test
  @FaultTest
  void slowRequestsTimeOut() {
    var answers =
        Stream.<Supplier<String>>of(
                () -> answer("", ""),
                () -> answer("GET /?", ""),
                () -> answer(POST + "Content-Length: 1000\r\n\r\n", "x"),
                () -> answer(POST + "Content-Length: 1000\r\n\r\n", ""),
                () -> answer(POST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
                () ->
                    answer(
                        "POST /api/v1/acknowledgements" + HEAD + "Content-Length: 9\r\n\r\n", ""))
            .map(each -> supplyAsync(each, Executors.newCachedThreadPool()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers)
        .containsExactly(
            "closed", "closed", "HTTP/1.1 408", "HTTP/1.1 408", "HTTP/1.1 408", "HTTP/1.1 408");
  }

  /**
   * Sends the start of a request, then more every second until the response or the end of the
   * connection.
   */
  private String answer(String start, String more) {
    var end = Instant.now().plus(PATIENCE);
    try (var socket = connect()) {
      socket.setSoTimeout(1000);
      send(socket, start);
      while (Instant.now().isBefore(end)) {
        try {
          return statusOf(socket);
        } catch (SocketTimeoutException e) {
          send(socket, more);
        }
      }
      return "still open after " + PATIENCE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket connect() {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
      socket.setSoTimeout(10_000);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String statusOf(Socket socket) throws IOException {
    var answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
    return answer.isEmpty() ? "closed" : answer;
  }
}
