package diundashboard.activity.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.activity.ActivityDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.http.AsyncResponseStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class EventBroadcasterTest {

  private static final String ADDRESS = "192.0.2.1";
  private static final int LIMIT = 3;

  private EventBroadcaster broadcaster;

  @BeforeEach
  void create(Database database) {
    broadcaster =
        new EventBroadcaster(
            new PlainThreads(),
            new EventReader(new ActivityDao(database), new NotifiedChangeDao(database)));
  }

  @AfterEach
  void stop() {
    broadcaster.close();
  }

  /** A client that has received an event may already open the next stream. */
  @Test
  void subscriberIsRegisteredBeforeItReceivesAnything() throws IOException {
    var registered = new ArrayList<Long>();
    var client = new StreamingClient(text -> registered.add(broadcaster.streamsOf(ADDRESS)));
    open(client);
    assertThat(client.received()).containsExactly("retry: 2000\n\n");
    assertThat(registered).containsExactly(1L);
  }

  @Test
  void concurrentStreamsOfAnAddressAreLimited() throws Exception {
    var clients = 16;
    var together = new CyclicBarrier(clients);
    Callable<Boolean> attempt =
        () -> {
          together.await();
          try {
            open(new StreamingClient(text -> {}));
            return true;
          } catch (TooManyStreamsException e) {
            return false;
          }
        };
    var threads = Executors.newFixedThreadPool(clients);
    try {
      var opened = new ArrayList<Boolean>();
      for (var each :
          threads.invokeAll(IntStream.range(0, clients).mapToObj(i -> attempt).toList()))
        opened.add(each.get());
      assertThat(opened).filteredOn(isOpen -> isOpen).hasSize(LIMIT);
      assertThat(broadcaster.streamsOf(ADDRESS)).isEqualTo(LIMIT);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void rejectedStreamsHaveAnExplanation() throws IOException {
    for (int i = 0; i < LIMIT; i++) open(new StreamingClient(text -> {}));
    assertThatThrownBy(() -> open(new StreamingClient(text -> {})))
        .hasMessage("Too many event streams from this address. Close one.");
  }

  @Test
  void clientsThatDisconnectAreNotRegistered() throws IOException {
    open(
        new StreamingClient(
            text -> {
              throw new IllegalStateException("disconnected");
            }));
    assertThat(broadcaster.streamsOf(ADDRESS)).isZero();
    assertThatThrownBy(() -> open(StreamingClient.failing())).isInstanceOf(IOException.class);
    assertThat(broadcaster.streamsOf(ADDRESS)).isZero();
  }

  @Test
  void streamsThatStartDuringShutdownEnd() throws IOException {
    broadcaster.close();
    var client = new StreamingClient(text -> {});
    open(client);
    assertThat(client.received()).isEmpty();
    assertThat(client.isCompleted()).isTrue();
    assertThat(broadcaster.streamsOf(ADDRESS)).isZero();
  }

  @Test
  void clientsThatDisconnectLaterAreRemoved() throws IOException {
    var client = new StreamingClient(text -> {});
    open(client);
    client.disconnect();
    assertThat(client.isCompleted()).isTrue();
    assertThat(broadcaster.streamsOf(ADDRESS)).isZero();
  }

  private void open(StreamingClient client) throws IOException {
    var subscriber =
        broadcaster.subscriber("0", new SubscriberInfo(ADDRESS, Optional.empty(), () -> true));
    var stream = new AsyncResponseStream(client.request(), client.response(), subscriber);
    broadcaster.start(subscriber, stream, LIMIT);
  }
}
