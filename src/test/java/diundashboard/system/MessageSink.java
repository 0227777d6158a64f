package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * The destination of channels: an HTTP server that keeps what it receives. The end of a path says
 * how it answers, such as {@code -500}, until {@link #accept} lets all paths accept messages.
 */
final class MessageSink implements AutoCloseable {

  /** Longer than the claim of a server that was killed. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Received>> messages = new ConcurrentHashMap<>();
  private volatile boolean accepts;

  /** A request, whether it was accepted or not. */
  record Received(Map<String, List<String>> headers, String body) {

    /** Checks the signature. */
    void verify(String key) {
      try {
        new Webhook(key).verify(body, HttpHeaders.of(headers, (name, value) -> true));
      } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
        throw new AssertionError(e);
      }
    }

    /** The id of the message. */
    String id() {
      return headers.get("Webhook-id").get(0);
    }
  }

  private MessageSink(HttpServer server) {
    this.server = server;
  }

  static MessageSink start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var sink = new MessageSink(HttpServer.create(address, 0));
      sink.server.setExecutor(sink.threads);
      sink.server.createContext("/", sink::receive);
      sink.server.start();
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of a path, without a slash at its beginning. */
  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** Returns what a path has received. */
  List<Received> messages(String path) {
    return messages.getOrDefault("/" + path, List.of());
  }

  /** Waits until a path has received a number of messages, and returns the last of them. */
  Received await(String path, int count) {
    Awaitility.await().atMost(PATIENCE).until(() -> messages(path).size() >= count);
    return messages(path).get(count - 1);
  }

  /** From now on, all paths accept messages. */
  void accept() {
    accepts = true;
  }

  private void receive(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var headers = Map.copyOf(exchange.getRequestHeaders());
    messages
        .computeIfAbsent(path, any -> new CopyOnWriteArrayList<>())
        .add(new Received(headers, body));
    if (!accepts && path.endsWith("hang")) return; // the connection stays open
    var status = accepts ? 200 : statusOf(path);
    if (status == 302) exchange.getResponseHeaders().add("Location", "/elsewhere");
    if (status == 429) exchange.getResponseHeaders().add("Retry-After", "3000");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static int statusOf(String path) {
    var end = path.substring(path.lastIndexOf('-') + 1);
    return end.matches("\\d{3}") ? Integer.parseInt(end) : 200;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
