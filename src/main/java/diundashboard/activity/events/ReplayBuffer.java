package diundashboard.activity.events;

import java.util.Optional;
import java.util.TreeMap;

/** The messages of late, which clients that are up to date still have to get. */
final class ReplayBuffer {

  private static final long MAX_LENGTH = 1024 * 1024;

  private final TreeMap<Long, ServerSentEvent> messages = new TreeMap<>();
  private long start = Long.MAX_VALUE;
  private long newest;
  private long length;

  /** Begins anew behind an id. */
  synchronized void start(long id) {
    messages.clear();
    length = 0;
    start = id;
    newest = id;
  }

  synchronized void add(ServerSentEvent message) {
    messages.put(message.id(), message);
    newest = message.id();
    length += message.text().length();
    while (length > MAX_LENGTH) {
      var oldest = messages.pollFirstEntry().getValue();
      start = oldest.id();
      length -= oldest.text().length();
    }
  }

  synchronized long newest() {
    return newest;
  }

  /** Whether all that follows an id is here. */
  synchronized boolean reaches(long id) {
    return id >= start;
  }

  /** The next message behind an id that is reached. */
  synchronized Optional<ServerSentEvent> after(long id) {
    return Optional.ofNullable(messages.higherEntry(id)).map(entry -> entry.getValue());
  }
}
