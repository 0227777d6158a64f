package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A destination of messages on a free port, which answers as its path says. */
final class DestinationServer implements AutoCloseable {

  /** A request. */
  record Received(String method, String path, HttpHeaders headers, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  DestinationServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200, Map.of()));
    server.createContext("/status/", this::answerStatus);
    server.createContext("/later/", this::answerLater);
    server.createContext(
        "/moved",
        exchange -> answer(exchange, 307, Map.of("Location", uri("moved-here").toString())));
    server.createContext("/hang", exchange -> hang());
    server.createContext("/broken", HttpExchange::close);
    server.start();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  List<Received> received() {
    return received;
  }

  private void answerStatus(HttpExchange exchange) throws IOException {
    answer(exchange, Integer.parseInt(last(exchange)), Map.of());
  }

  private void answerLater(HttpExchange exchange) throws IOException {
    answer(exchange, 429, Map.of("Retry-After", last(exchange)));
  }

  private static String last(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void answer(HttpExchange exchange, int status, Map<String, String> headers)
      throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
            body));
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
