package diundashboard.live;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import diundashboard.database.DatabaseException;
import diundashboard.web.PushStream;
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
public class Broadcast {

  private static final Logger LOG = System.getLogger(Broadcast.class.getName());

  private static final int INTERVAL_MILLIS = 300;

  @Resource private ManagedThreadFactory threads;
  @Inject private Log log;

  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final Set<Client> behind = ConcurrentHashMap.newKeySet();
  private final Recent recent = new Recent();
  private final CountDownLatch end = new CountDownLatch(1);
  private Thread reader;

  /**
   * A client that begins where it left off, or now.
   *
   * @param lastId what it says was its last id; null if it says nothing
   */
  Client client(String lastId, Visitor visitor) {
    var range = log.range();
    var newest = Math.max(range.newest(), recent.newest());
    if (lastId == null) return greeted(Message.hello(newest), visitor);
    var id = idOf(lastId);
    var isKept = id >= range.oldest() - 1 && id <= newest;
    return isKept ? new Client(this, id, visitor) : greeted(Message.reset(newest), visitor);
  }

  private Client greeted(Message greeting, Visitor visitor) {
    return new Client(this, greeting.id(), visitor).greetedWith(greeting);
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
  synchronized void join(Client client, PushStream stream) {
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

  void leave(Client client) {
    clients.remove(client);
    behind.remove(client);
  }

  /** The next message of a client; null if there is none, or it has to be read first. */
  Message after(long id, Client client) {
    var next = recent.after(id);
    if (recent.reaches(id)) return next.orElse(null);
    behind.add(client);
    return null;
  }

  /** Ends every client's stream; they will connect again. */
  void close() {
    end.countDown();
    clients.forEach(Client::close);
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
    if (!messages.isEmpty()) clients.forEach(Client::push);
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
    clients.forEach(Client::beat);
  }
}
