package diundashboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import diundashboard.system.EventStream.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event streams with many, stalled and idle subscribers, and with several servers. */
@ServerDependent
class ManyClientsIT {

  private static final int SUBSCRIBERS = 300;
  private static final int CROWD = 2000;
  private static final int ARRIVE_TOGETHER = 10;
  private static final int FEW_THREADS = 50;

  private static final String SUBSCRIPTION = "GET /api/v1/events HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String UNFINISHED =
      "POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{";

  private AppServer server;

  @BeforeEach
  void empty() {
    server = Installation.SQLITE.empty();
  }

  @Test
  void hundredsOfSubscribersNeedNoThreads() {
    var before = server.threads();
    var streams =
        IntStream.range(0, SUBSCRIBERS / ARRIVE_TOGETHER).boxed().flatMap(i -> arrive()).toList();
    try {
      server.notify(Payloads.of("nginx:1"));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(streams).allSatisfy(ManyClientsIT::assertNotified));
      assertThat(server.threads() - before).isLessThan(FEW_THREADS);
    } finally {
      streams.forEach(EventStream::close);
    }
  }

  private Stream<EventStream> arrive() {
    var streams =
        IntStream.range(0, ARRIVE_TOGETHER).mapToObj(i -> EventStream.start(server, "")).toList();
    streams.forEach(stream -> stream.awaitEvents(1));
    return streams.stream();
  }

  private static void assertNotified(EventStream stream) {
    assertThat(stream.events()).extracting(Event::name).containsExactly("hello", "notified");
  }

  /** The stalled subscriber never reads, so the buffers of its connection fill up. */
  @Test
  void stalledSubscriberDelaysNoOther() throws IOException {
    var logged = server.log().length();
    try (var stuck = stuck();
        var stream = EventStream.open(server, "")) {
      assertThat(stuck.isConnected()).isTrue();
      stream.awaitEvents(1);
      Installation.SQLITE.change(
          """
          INSERT INTO activity (at, kind, image, note)
          WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 5000)
          SELECT '2999-01-01T00:00:00.000Z', 'noted', 'image-' || i, 'note ' || i || printf('%4000s', '') FROM numbers""");
      assertThat(stream.awaitEvents(5001)).extracting(Event::id).isSorted();
      for (var image : List.of("a", "b", "c")) {
        var received = stream.events().size();
        server.notify(Payloads.of(image));
        await().until(() -> stream.events().size() == received + 1);
      }
    }
    assertThat(server.log().substring(logged)).doesNotContain(" ERROR ", "SEVERE");
  }

  private Socket stuck() throws IOException {
    return connect(server, SUBSCRIPTION);
  }

  /** Sends a request and reads nothing. */
  private static Socket connect(AppServer server, String request) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.uri().getPort()));
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  @Test
  void idleStreamSendsKeepAliveComments() {
    try (var stream = EventStream.open(server, "")) {
      await().atMost(Duration.ofSeconds(20)).until(() -> stream.lines().contains(":"));
      assertThat(stream.lines()).first().isEqualTo("retry: 2000");
      assertThat(stream.events()).hasSize(1);
    }
  }

  @Test
  @FaultTest
  void aCrowdOfSlowClientsDelaysNoNotification() throws IOException {
    try (var other = AppServer.start(Installation.folder("crowd"), Map.of())) {
      other.notify(Payloads.of("first"));
      var before = other.residentMegabytes();
      var crowd = new ArrayList<Socket>();
      try {
        for (int i = 0; i < CROWD; i++) crowd.add(connect(other, SUBSCRIPTION));
        var senders = new ArrayList<Socket>();
        for (int i = 0; i < CROWD / 4; i++) senders.add(connect(other, UNFINISHED));
        crowd.addAll(senders);
        for (int i = 0; i < 100; i++) {
          for (var each : senders.subList(i * 5, i * 5 + 5)) each.getOutputStream().write(' ');
          assertThat(other.notify(Payloads.of("image-" + i)).statusCode()).isEqualTo(200);
          assertThat(other.get("api/v1/health/live").statusCode()).isEqualTo(200);
        }
        assertThat(other.residentMegabytes() - before).isLessThan(200);
      } finally {
        for (var each : crowd) each.close();
      }
    }
  }

  @Test
  @FaultTest
  void stoppingServerClosesItsStreams() {
    var other = AppServer.start(Installation.folder("goodbye"), Map.of());
    var started = other.log().length();
    EventStream stream;
    try (other) {
      stream = EventStream.open(other, "");
      stream.awaitEvents(1);
    }
    stream.awaitEnd();
    assertThat(other.log().substring(started))
        .doesNotContain(" WARN ", " ERROR ", "WARNING", "SEVERE", "Exception");
  }

  @Test
  @FaultTest
  void subscribersGetEventsOfOtherServers() {
    try (var postgres = Postgres.start();
        var one = AppServer.start(Installation.folder("one"), postgres.settings());
        var two = AppServer.start(Installation.folder("two"), postgres.settings());
        var stream = EventStream.open(two, "")) {
      stream.awaitEvents(1);
      one.notify(Payloads.of("first"));
      await().atMost(Duration.ofSeconds(1)).until(() -> stream.events().size() == 2);
      one.kill();
      two.notify(Payloads.of("second"));
      await().atMost(Duration.ofSeconds(1)).until(() -> stream.events().size() == 3);
      assertThat(stream.events().subList(1, 3))
          .extracting(EventsIT::imageOf)
          .containsExactly("first", "second");
    }
  }
}
