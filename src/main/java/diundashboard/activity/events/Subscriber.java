package diundashboard.activity.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.http.AsyncResponseStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A subscriber with its position in the log. It has no queue that could grow: it gets more events
 * only after it has sent all that it was given, and shares them with the other subscribers at its
 * position.
 */
final class Subscriber implements AsyncResponseStream.Source {

  /** Reconnection time for the client, in milliseconds. */
  private static final byte[] RETRY = "retry: 2000\n\n".getBytes(UTF_8);

  private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);
  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(15);

  /** Streams of clients that read nothing for this long end. WildFly needs 20 seconds more. */
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(40);

  private final SubscriberInfo info;
  private final Consumer<Subscriber> onClose;
  private AsyncResponseStream stream;
  private long position;
  private Iterator<ServerSentEvent> events;
  private byte[] control = RETRY;
  private long sentAt = System.nanoTime();

  /**
   * @param position the id of the latest entry that the client knows
   * @param greeting the events that precede those of the log
   * @param onClose called when the stream ends
   */
  Subscriber(
      long position,
      List<ServerSentEvent> greeting,
      SubscriberInfo info,
      Consumer<Subscriber> onClose) {
    this.position = position;
    this.events = greeting.iterator();
    this.info = info;
    this.onClose = onClose;
  }

  SubscriberInfo info() {
    return info;
  }

  void connect(AsyncResponseStream connected) {
    stream = connected;
  }

  /** Returns the id of the latest event that was sent. */
  synchronized long position() {
    return position;
  }

  /** Returns true if all events that were offered have been sent. */
  synchronized boolean isDrained() {
    return !events.hasNext();
  }

  /** Adds the events that follow its position. */
  synchronized void offer(List<ServerSentEvent> next) {
    events = next.iterator();
  }

  @Override
  public synchronized byte[] next() {
    var bytes = control == null ? nextEvent() : control;
    control = null;
    if (bytes != null) sentAt = System.nanoTime();
    return bytes;
  }

  private byte[] nextEvent() {
    if (!events.hasNext()) return null;
    var event = events.next();
    position = event.id();
    return event.text().getBytes(UTF_8);
  }

  @Override
  public void closed() {
    onClose.accept(this);
  }

  /** Sends the events that were offered, as far as the client reads them. */
  void push() {
    stream.push();
  }

  /**
   * Sends a heartbeat if one is due, or ends the stream if it has timed out or its client lost its
   * access.
   */
  void check() {
    if (stream.isStuckFor(WRITE_TIMEOUT) || isExpired()) {
      stream.close();
    } else if (needsHeartbeat()) {
      stream.push();
    }
  }

  private boolean isExpired() {
    return info.expiresAt().filter(Instant.now()::isAfter).isPresent()
        || !info.access().getAsBoolean();
  }

  private synchronized boolean needsHeartbeat() {
    if (System.nanoTime() - sentAt < HEARTBEAT_INTERVAL.toNanos()) return false;
    control = HEARTBEAT;
    return true;
  }

  void close() {
    stream.close();
  }
}
