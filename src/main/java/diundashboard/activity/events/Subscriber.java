package diundashboard.activity.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.http.AsyncResponseStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * A client is known by how far it was told the log. It has no queue that could grow: what follows
 * is in {@link ReplayBuffer}, or is read again.
 */
final class Subscriber implements AsyncResponseStream.Source {

  /** Tells how many milliseconds to wait before connecting again. */
  private static final byte[] BEGINNING = "retry: 2000\n\n".getBytes(UTF_8);

  private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);
  private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(15);

  /** A client that takes nothing for so long is taken for dead. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EventBroadcaster broadcast;
  private final SubscriberInfo visitor;
  private final Queue<ServerSentEvent> read = new ArrayDeque<>();
  private long told;
  private byte[] signal = BEGINNING;
  private long sentAt = System.nanoTime();
  private AsyncResponseStream stream;

  /**
   * @param told the id up to which it knows all
   */
  Subscriber(EventBroadcaster broadcast, long told, SubscriberInfo visitor) {
    this.broadcast = broadcast;
    this.told = told;
    this.visitor = visitor;
  }

  SubscriberInfo visitor() {
    return visitor;
  }

  /** Has it told this before all else. */
  Subscriber greetedWith(ServerSentEvent greeting) {
    read.add(greeting);
    return this;
  }

  void connect(AsyncResponseStream connected) {
    stream = connected;
  }

  synchronized long told() {
    return told;
  }

  /** Takes what was read for it, if it is still what follows. */
  synchronized void give(long after, List<ServerSentEvent> messages) {
    if (told == after && read.isEmpty()) read.addAll(messages);
  }

  /** Goes on from a later id, if nothing between is left. */
  synchronized void skipTo(long id) {
    told = Math.max(told, id);
  }

  @Override
  public synchronized byte[] next() {
    var bytes = nextSignal();
    if (bytes == null) bytes = nextMessage();
    if (bytes != null) sentAt = System.nanoTime();
    return bytes;
  }

  private byte[] nextSignal() {
    var bytes = signal;
    signal = null;
    return bytes;
  }

  private byte[] nextMessage() {
    var message = read.isEmpty() ? broadcast.after(told, this) : read.poll();
    if (message == null) return null;
    told = message.id();
    return message.text().getBytes(UTF_8);
  }

  @Override
  public void closed() {
    broadcast.leave(this);
  }

  /** Sends what there is. */
  void push() {
    stream.push();
  }

  /**
   * Gives a sign of life where there was none for long, and gives up a client that shows none or
   * whose time is over.
   */
  void beat() {
    if (stream.isStuckFor(PATIENCE) || isOver()) {
      stream.close();
    } else if (isSilent()) {
      stream.push();
    }
  }

  private boolean isOver() {
    return visitor.until().filter(Instant.now()::isAfter).isPresent();
  }

  private synchronized boolean isSilent() {
    if (System.nanoTime() - sentAt < BETWEEN_HEARTBEATS.toNanos()) return false;
    signal = HEARTBEAT;
    return true;
  }

  void close() {
    stream.close();
  }
}
