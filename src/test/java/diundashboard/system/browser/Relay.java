package diundashboard.system.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Relays TCP connections to the server, so that a test can take the server away from the browser.
 * Playwright's {@code setOffline} and routes also keep the browser from its own cache.
 */
final class Relay implements Closeable {

  private final ServerSocket listener;
  private final URI server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean isDown;

  Relay(URI server) {
    this.server = server;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** The address of the page. */
  String uri() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/";
  }

  /** Ends all connections, and new ones at once. */
  void takeDown() {
    isDown = true;
    sockets.forEach(Relay::end);
  }

  void bringUp() {
    isDown = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        if (isDown) {
          end(client);
          continue;
        }
        var upstream = new Socket(server.getHost(), server.getPort());
        sockets.addAll(Set.of(client, upstream));
        start(() -> copy(client, upstream));
        start(() -> copy(upstream, client));
      } catch (IOException e) {
        // the relay is closed
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one of both has ended
    }
    end(from);
    end(to);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it has ended
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(Relay::end);
  }
}
