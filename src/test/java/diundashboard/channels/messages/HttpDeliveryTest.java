package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDeliveryTest {

  private static final DestinationServer SERVER = new DestinationServer();

  private final HttpDelivery http = new HttpDelivery(Duration.ofSeconds(20));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void everyStatusOfSuccessIsAccepted(int status) throws DeliveryException {
    post(http, SERVER.uri("status/" + status));
  }

  @ParameterizedTest
  @CsvSource({
    "400, true",
    "401, true",
    "404, true",
    "408, false",
    "413, true",
    "429, true",
    "500, false",
    "502, false",
    "503, true",
    "504, false"
  })
  void otherStatusesAreFailures(int status, boolean isRefused) {
    assertThat(failure(SERVER.uri("status/" + status)))
        .isEqualTo(
            new Failure(
                "127.0.0.1 answered with status " + status + ".", isRefused, Optional.empty()));
  }

  @Test
  void theTimeToWaitIsThatOfTheDestination() {
    assertThat(failure(SERVER.uri("later/120")))
        .isEqualTo(
            new Failure(
                "127.0.0.1 answered with status 429.", true, Optional.of(Duration.ofMinutes(2))));
  }

  @Test
  void redirectsAreNotFollowed() {
    assertThat(failure(SERVER.uri("moved")))
        .isEqualTo(
            new Failure(
                "127.0.0.1 redirects to another address. Redirects are not followed: set the final address.",
                true,
                Optional.empty()));
    assertThat(SERVER.received()).noneMatch(request -> request.path().contains("moved-here"));
  }

  @Test
  void aDestinationThatHangsMayHaveTheMessage() {
    var impatient = new HttpDelivery(Duration.ofSeconds(1));
    assertThat(failure(impatient, SERVER.uri("hang")))
        .isEqualTo(new Failure("127.0.0.1 did not answer within 1 s.", false, Optional.empty()));
  }

  @Test
  void aDestinationThatClosesTheConnectionMayHaveTheMessage() {
    assertThat(failure(SERVER.uri("broken")))
        .isEqualTo(
            new Failure(
                "127.0.0.1 closed the connection without an answer.", false, Optional.empty()));
  }

  @Test
  void withoutAConnectionTheMessageIsNotTaken() {
    var address = SERVER.uri("").resolve("//127.0.0.1:1/secret");
    assertThat(failure(address))
        .isEqualTo(
            new Failure(
                "No connection to 127.0.0.1. Check its address, port and firewall.",
                true,
                Optional.empty()));
  }

  @Test
  void aDestinationWithoutTlsIsNotSentAnything() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var answered = CompletableFuture.runAsync(() -> answerInPlainText(server));
      assertThat(failure(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/secret")))
          .isEqualTo(
              new Failure(
                  "No TLS connection to 127.0.0.1. Check its certificate.",
                  true,
                  Optional.empty()));
      answered.join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void anUnknownNameIsAFailure(String scheme) {
    assertThat(failure(URI.create(scheme + "://diun.invalid/secret")))
        .isEqualTo(
            new Failure(
                "The name diun.invalid cannot be resolved. Check it and the DNS.",
                true,
                Optional.empty()));
  }

  @Test
  void publicAddressesNeedTls() {
    assertThat(failure(URI.create("http://192.0.2.1/secret")))
        .isEqualTo(
            new Failure(
                "192.0.2.1 is not in a private network. Use https.", true, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          90                            | PT1M30S
          999999999                     | PT24H
          Fri, 27 Nov 2026 07:10:00 GMT | PT10M
          Fri, 27 Nov 2026 06:00:00 GMT | PT0S
          Sun, 27 Dec 2026 06:00:00 GMT | PT24H
          -1                            |
          soon                          |
          99999999999999999999          |""")
  void timesToWait(String value, Duration wait) {
    assertThat(RetryAfter.parse(value, TestMessages.NOW)).isEqualTo(Optional.ofNullable(wait));
  }

  /** Reads until the client closes: an earlier end would reset the connection. */
  private static void answerInPlainText(ServerSocket server) {
    try (var connection = server.accept()) {
      var input = connection.getInputStream();
      input.read(new byte[1 << 14]);
      connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Failure(String sentence, boolean isRefused, Optional<Duration> retryAfter) {}

  private Failure failure(URI address) {
    return failure(http, address);
  }

  private static Failure failure(HttpDelivery http, URI address) {
    var e = catchThrowableOfType(DeliveryException.class, () -> post(http, address));
    return new Failure(e.getMessage(), e.isRefused(), e.retryAfter());
  }

  private static void post(HttpDelivery http, URI address) throws DeliveryException {
    http.post(address, Json.createObjectBuilder().build(), Map.of());
  }
}
