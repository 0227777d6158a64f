package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A mail server with given answers to commands, for one connection. */
final class SmtpServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final CompletableFuture<Void> service;

  /**
   * @param answers by command, such as {@code RCPT}; without an answer it closes the connection.
   *     The answer to the message itself is that of {@code .}
   */
  SmtpServer(Map<String, String> answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    service = CompletableFuture.runAsync(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    try (var connection = socket.accept();
        var lines =
            new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII))) {
      var output = connection.getOutputStream();
      output.write("220 test\r\n".getBytes(US_ASCII));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var command = line.split(" ", 2)[0];
        if (!isCommand(command)) continue;
        if (!answers.containsKey(command)) return;
        output.write((answers.get(command) + "\r\n").getBytes(US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCommand(String text) {
    return text.matches("EHLO|MAIL|RCPT|DATA|RSET|QUIT|\\.");
  }

  @Override
  public void close() {
    service.cancel(true);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
