package diundashboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Timeouts for clients that send slowly. */
@FaultTest
@ServerDependent
class SlowClientsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String POST = "POST /webhook HTTP/1.1\r\nHost: localhost\r\n";

  @Test
  void slowRequestsTimeOut() {
    var port = Installation.SQLITE.server().uri().getPort();
    var answers =
        Stream.of(
                supplyAsync(() -> answer(port, "GET /?", "")),
                supplyAsync(() -> answer(port, POST + "Content-Length: 1000\r\n\r\n", "x")))
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsExactly("closed", "HTTP/1.1 408");
  }

  /**
   * Sends the start of a request, then more every second until the response or the end of the
   * connection.
   */
  private static String answer(int port, String start, String more) {
    var end = Instant.now().plus(PATIENCE);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1000);
      socket.getOutputStream().write(start.getBytes(US_ASCII));
      while (Instant.now().isBefore(end)) {
        try {
          var answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
          return answer.isEmpty() ? "closed" : answer;
        } catch (SocketTimeoutException e) {
          socket.getOutputStream().write(more.getBytes(US_ASCII));
        }
      }
      return "still open after " + PATIENCE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
