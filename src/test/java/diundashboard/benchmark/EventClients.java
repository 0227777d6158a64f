package diundashboard.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Clients of the event stream, all in one thread, because a thread or an HTTP client for each would
 * take more of the processors than the server. Only every 20th client searches what it reads for
 * events; the others discard it.
 */
final class EventClients implements AutoCloseable {

  private static final int SEARCHED = 20;
  private static final Pattern IMAGE = Pattern.compile("/app(\\d+):");

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final Thread reader = new Thread(this::read, "event clients");
  private final Listener listener;
  private final AtomicInteger connected = new AtomicInteger();

  /** Gets each event of a searched client. */
  @FunctionalInterface
  interface Listener {

    /**
     * Gets an event.
     *
     * @param image the number of its image
     * @param nanos when it was read
     */
    void received(int image, long nanos);
  }

  EventClients(URI uri, int clients, Listener listener) throws IOException {
    this.listener = listener;
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(uri.getPath(), uri.getAuthority());
    for (var i = 0; i < clients; i++) {
      var channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
      channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new State(i % SEARCHED == 0));
      channels.add(channel);
    }
    reader.setDaemon(true);
    reader.start();
  }

  /** Returns how many clients have received something. */
  int connected() {
    return connected.get();
  }

  private static final class State {
    private final boolean isSearched;
    private boolean isConnected;
    private String rest = "";

    State(boolean isSearched) {
      this.isSearched = isSearched;
    }
  }

  private void read() {
    try {
      while (selector.isOpen()) {
        selector.select(this::read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IllegalStateException("The server closed an event stream.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var state = (State) key.attachment();
    if (!state.isConnected) {
      state.isConnected = true;
      connected.incrementAndGet();
    }
    if (state.isSearched) search(state, System.nanoTime());
  }

  private void search(State state, long now) {
    var text = state.rest + new String(buffer.array(), 0, buffer.position(), ISO_8859_1);
    var end = text.lastIndexOf("\n\n") + 1;
    var events = IMAGE.matcher(text.substring(0, end));
    while (events.find()) listener.received(Integer.parseInt(events.group(1)), now);
    state.rest = text.substring(end);
  }

  @Override
  public void close() throws IOException {
    selector.close();
    for (var channel : channels) channel.close();
  }
}
