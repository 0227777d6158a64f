package diundashboard.activity.events;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import diundashboard.platform.database.DatabaseException;
import diundashboard.platform.http.AsyncResponseStream;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Tells all clients of this server what happens, on whichever server it does. One thread reads the
 * log, for as long as there are clients; it never waits for any of them.
 */
@ApplicationScoped
public class EventBroadcaster {

  private static final Logger LOG = System.getLogger(EventBroadcaster.class.getName());

  private static final int INTERVAL_MILLIS = 300;

  @Resource private ManagedThreadFactory threads;
  @Inject private EventReader log;

  private final Set<Subscriber> clients = ConcurrentHashMap.newKeySet();
  private final Set<Subscriber> behind = ConcurrentHashMap.newKeySet();
  private final ReplayBuffer recent = new ReplayBuffer();
  private final CountDownLatch end = new CountDownLatch(1);
  private Thread reader;

  /**
   * A client that begins where it left off, or now.
   *
   * @param lastId what it says was its last id; null if it says nothing
   */
  Subscriber client(String lastId, SubscriberInfo visitor) {
    var range = log.range();
    var newest = Math.max(range.newest(), recent.newest());
    if (lastId == null) return greeted(ServerSentEvent.hello(newest), visitor);
    var id = idOf(lastId);
    var isKept = id >= range.oldest() - 1 && id <= newest;
    return isKept
        ? new Subscriber(this, id, visitor)
        : greeted(ServerSentEvent.reset(newest), visitor);
  }

  private Subscriber greeted(ServerSentEvent greeting, SubscriberInfo visitor) {
    return new Subscriber(this, greeting.id(), visitor).greetedWith(greeting);
  }

  /** How many clients an address has. */
  long clientsOf(InetAddress address) {
    return clients.stream().filter(client -> client.visitor().address().equals(address)).count();
  }

  private static long idOf(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return -1; // as none of ours is
    }
  }

  /** From now on the client is told. */
  synchronized void join(Subscriber client, AsyncResponseStream stream) {
    client.connect(stream);
    clients.add(client);
    if (reader == null) {
      recent.start(client.told());
      reader = threads.newThread(this::read);
      reader.start();
    }
    client.push();
    if (stream.isClosed()) leave(client);
  }

  void leave(Subscriber client) {
    clients.remove(client);
    behind.remove(client);
  }

  /** The next message of a client; null if there is none, or it has to be read first. */
  ServerSentEvent after(long id, Subscriber client) {
    var next = recent.after(id);
    if (recent.reaches(id)) return next.orElse(null);
    behind.add(client);
    return null;
  }

  /** Ends every client's stream; they will connect again. */
  void close() {
    end.countDown();
    clients.forEach(Subscriber::close);
  }

  private void read() {
    try {
      do {
        round();
      } while (!end.await(INTERVAL_MILLIS, MILLISECONDS) && !endsAlone());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is stopping
    }
  }

  private synchronized boolean endsAlone() {
    if (!clients.isEmpty()) return false;
    reader = null;
    return true;
  }

  private void round() {
    try {
      boolean isMore;
      do {
        isMore = readOn();
        isMore |= catchUp();
        beat();
      } while (isMore);
    } catch (DatabaseException e) { // the health check tells; the next round tries again
      LOG.log(Level.DEBUG, "The activity log cannot be read", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The activity log cannot be told", e);
    }
    beat();
  }

  /** Tells everybody what is new; says whether anything is. */
  private boolean readOn() {
    var messages = log.after(recent.newest());
    messages.forEach(recent::add);
    if (!messages.isEmpty()) clients.forEach(Subscriber::push);
    return !messages.isEmpty();
  }

  /** Reads for one of those that are behind, and all that are as far; says whether there is one. */
  private boolean catchUp() {
    var first = behind.stream().findFirst();
    if (first.isEmpty()) return false;
    var told = first.get().told();
    var messages = log.after(told);
    var asFar = behind.stream().filter(client -> client.told() == told).toList();
    asFar.forEach(behind::remove);
    for (var client : asFar) {
      if (messages.isEmpty()) client.skipTo(recent.newest());
      client.give(told, messages);
      client.push();
    }
    return true;
  }

  private void beat() {
    clients.forEach(Subscriber::beat);
  }
}
