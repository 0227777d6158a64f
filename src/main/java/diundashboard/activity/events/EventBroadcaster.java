package diundashboard.activity.events;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.http.AsyncResponseStream;
import diundashboard.platform.logging.FailureLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Sends activity events to all subscribers of this server. One thread polls the log while there are
 * subscribers and never blocks on one.
 */
@ApplicationScoped
public class EventBroadcaster {

  private static final Logger LOG = System.getLogger(EventBroadcaster.class.getName());
  private static final FailureLog FAILURES = new FailureLog(EventBroadcaster.class);

  private static final int INTERVAL_MILLIS = 100;

  @Resource private ManagedThreadFactory threads;
  @Inject private EventReader reader;

  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch shutdown = new CountDownLatch(1);
  private Thread poller;

  /** For the container. */
  public EventBroadcaster() {}

  @SuppressWarnings("UnnecessaryAssignment") // without a container
  EventBroadcaster(ManagedThreadFactory threads, EventReader reader) {
    this.threads = threads;
    this.reader = reader;
  }

  /**
   * Creates a subscriber that resumes after an event, or starts with the next one.
   *
   * @param lastId the client's Last-Event-ID; null if it sends none
   */
  Subscriber subscriber(String lastId, SubscriberInfo info) {
    var range = reader.range();
    if (lastId == null) return greeted(ServerSentEvent.hello(range.newest()), info);
    var id = idOf(lastId);
    var isKept = id >= range.oldest() - 1 && id <= range.newest();
    return isKept
        ? new Subscriber(id, List.of(), info, subscribers::remove)
        : greeted(ServerSentEvent.reset(range.newest()), info);
  }

  private Subscriber greeted(ServerSentEvent greeting, SubscriberInfo info) {
    return new Subscriber(greeting.id(), List.of(greeting), info, subscribers::remove);
  }

  private static long idOf(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return -1; // never the id of an event
    }
  }

  /**
   * Starts a stream. Its subscriber is registered before, so that it counts as soon as the client
   * can receive anything.
   *
   * @param limit maximum number of streams of one address
   * @throws TooManyStreamsException if the address has that many
   */
  void start(Subscriber subscriber, AsyncResponseStream stream, int limit) throws IOException {
    register(subscriber, stream, limit);
    stream.start();
  }

  private synchronized void register(Subscriber subscriber, AsyncResponseStream stream, int limit) {
    if (streamsOf(subscriber.info().address()) >= limit) throw new TooManyStreamsException(limit);
    subscriber.connect(stream);
    if (poller == null) {
      var thread = threads.newThread(this::poll);
      thread.start();
      poller = thread;
    }
    subscribers.add(subscriber);
    if (shutdown.getCount() == 0) subscriber.close();
  }

  /** Returns the number of streams. */
  int streams() {
    return subscribers.size();
  }

  /** Returns the number of streams that an address has. */
  long streamsOf(String address) {
    return subscribers.stream().filter(each -> each.info().address().equals(address)).count();
  }

  /** Ends all streams. Clients reconnect. */
  void close() {
    shutdown.countDown();
    subscribers.forEach(Subscriber::close);
  }

  private void poll() {
    try {
      do {
        sendNewEvents();
      } while (!shutdown.await(INTERVAL_MILLIS, MILLISECONDS) && !stopsWithoutSubscribers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is stopping
    }
  }

  private synchronized boolean stopsWithoutSubscribers() {
    if (!subscribers.isEmpty()) return false;
    poller = null;
    return true;
  }

  private void sendNewEvents() {
    try {
      while (deliver()) checkStreams();
    } catch (
        DatabaseUnavailableException e) { // the health endpoint reports it; the next round retries
      LOG.log(Level.DEBUG, "Cannot read the activity log", e);
    } catch (RuntimeException e) {
      FAILURES.log(Level.WARNING, "Cannot broadcast activity events", e);
    }
    checkStreams();
  }

  /**
   * Reads the log for the subscribers that need more events. Usually all of them are at the same
   * position. Otherwise this serves two groups: first the subscribers with the highest position, so
   * that new events are sent without delay, and then those with the lowest.
   *
   * @return whether there were any events
   */
  private boolean deliver() {
    var byPosition =
        subscribers.stream()
            .filter(Subscriber::isDrained)
            .collect(groupingBy(Subscriber::position, TreeMap::new, toList()));
    if (byPosition.isEmpty()) return false;
    var newest = byPosition.pollLastEntry();
    var isMore = deliver(newest.getKey(), newest.getValue());
    if (byPosition.isEmpty()) return isMore;
    var oldest = byPosition.firstEntry();
    return deliver(oldest.getKey(), oldest.getValue()) || isMore;
  }

  private boolean deliver(long position, List<Subscriber> group) {
    var events = reader.after(position);
    if (events.isEmpty()) return false;
    for (var subscriber : group) {
      subscriber.offer(events);
      subscriber.push();
    }
    return true;
  }

  private void checkStreams() {
    subscribers.forEach(Subscriber::check);
  }
}
