package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import diundashboard.Payloads;
import diundashboard.system.EventStream.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events from the view of a client. */
@ServerDependent
@EachDatabase
class EventsIT {

  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3})?Z";

  private static final int WRITERS = 32;

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void streamsStartWithHelloAndContinueWithActivity() {
    server.notify(Payloads.of("before"));
    try (var stream = EventStream.open(server, "")) {
      var newest = stream.awaitEvents(1).get(0).id();
      server.notify(Payloads.of("nginx:1"));
      stream.awaitEvents(2);
      server.send(
          "POST",
          "api/v1/acknowledgements",
          """
          {"images":["nginx:1"],"note":"on\\ntwo"}""");
      var events = stream.awaitEvents(3);
      assertThat(events.get(0)).isEqualTo(new Event(newest, "hello", "{\"id\":" + newest + "}"));
      assertThat(events.get(1).id()).isEqualTo(newest + 1);
      assertThat(events.get(1).name()).isEqualTo("notified");
      assertThat(events.get(1).data().replaceAll(TIME, "TIME"))
          .isEqualTo(
              """
              {"id":%d,"at":"TIME","kind":"notified","image":"nginx:1","host":"nas","workload":null,\
              "digest":"sha256:1111","actor":"nas","note":null,"change_id":null,"change":{"kind":"rebuild","from":null,"to":"1"},"count":1,"images":["nginx:1"]}"""
                  .formatted(newest + 1));
      assertThat(events.get(2).data().replaceAll(TIME, "TIME").replaceAll("_id\":\\d+", "_id\":ID"))
          .isEqualTo(
              """
              {"id":%d,"at":"TIME","kind":"acknowledged","image":"nginx:1","host":null,"workload":null,\
              "digest":"sha256:1111","actor":null,"note":"on\\ntwo","change_id":ID,"change":null,"count":1,"images":["nginx:1"]}"""
                  .formatted(newest + 2));
      var headers = stream.answer().headers();
      assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
      assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
      assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
      assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
      assertThat(headers.firstValue("Content-Encoding")).isEmpty();
    }
  }

  @Test
  void reconnectingClientsGetMissedEventsInOrder() {
    long last;
    try (var stream = EventStream.open(server, "")) {
      server.notify(Payloads.of("a"));
      last = stream.awaitEvents(2).get(1).id();
    }
    for (var image : List.of("b", "c", "d")) server.notify(Payloads.of(image));
    try (var header = EventStream.open(server, "?last_event_id=1", "Last-Event-ID", "" + last);
        var parameter = EventStream.open(server, "?last_event_id=" + last)) {
      header.awaitEvents(3);
      parameter.awaitEvents(3);
      server.notify(Payloads.of("e"));
      assertThat(header.awaitEvents(4))
          .extracting(EventsIT::imageOf)
          .containsExactly("b", "c", "d", "e");
      assertThat(parameter.awaitEvents(4)).isEqualTo(header.events());
      assertThat(header.events()).extracting(Event::id).isSorted().doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000000000000000000", "-1", "x", "", "0"})
  void clientsGetAResetIfMissedEventsAreUnavailable(String id) {
    for (var image : List.of("a", "b", "c")) server.notify(Payloads.of(image));
    installation.change("DELETE FROM activity WHERE image IN ('a', 'b')");
    try (var stream = EventStream.open(server, "?last_event_id=" + id)) {
      var newest = stream.awaitEvents(1).get(0).id();
      server.notify(Payloads.of("d"));
      assertThat(stream.awaitEvents(2))
          .extracting(Event::id, Event::name)
          .containsExactly(tuple(newest, "reset"), tuple(newest + 1, "notified"));
    }
  }

  /** Ids ascend in commit order, so a reader that continues after an id misses no entry. */
  @Test
  void concurrentWritersCauseNoMissedEvents() throws Exception {
    try (var stream = EventStream.open(server, "")) {
      stream.awaitEvents(1);
      var writers = Executors.newFixedThreadPool(WRITERS);
      IntStream.range(0, WRITERS * 20)
          .forEach(i -> writers.execute(() -> server.notify(Payloads.of("image-" + i % 50))));
      writers.shutdown();
      assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.awaitEvents(1 + WRITERS * 20).stream().skip(1).map(Event::id).toList())
          .isEqualTo(activityIds());
    }
  }

  private List<Long> activityIds() throws SQLException {
    var ids = new ArrayList<Long>();
    try (var connection = installation.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id FROM activity ORDER BY id")) {
      while (rows.next()) ids.add(rows.getLong(1));
    }
    return ids;
  }

  @Test
  void oneActionIsOneEvent() {
    IntStream.range(10, 35).forEach(i -> server.notify(Payloads.of("image-" + i)));
    try (var stream = EventStream.open(server, "")) {
      server.send("POST", "api/updates/acknowledge-all", null);
      var event = stream.awaitEvents(2).get(1);
      assertThat(event.id()).isEqualTo(stream.events().get(0).id() + 25);
      assertThat(event.data())
          .contains("\"image\":null,", "\"digest\":null,", "\"count\":25,", "\"image-29\"]}")
          .doesNotContain("image-30");
    }
  }

  @Test
  void largeActionsAreOneEventForReconnectingClients() {
    server.notify(Payloads.of("first"));
    installation.change(
        """
        INSERT INTO activity (at, kind, image, change_id)
        WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 3500)
        SELECT '2999-01-01T00:00:00.000Z', 'acknowledged', 'image-' || i, 7 FROM numbers""");
    server.notify(Payloads.of("last"));
    try (var live = EventStream.open(server, "")) {
      var newest = live.awaitEvents(1).get(0).id();
      try (var missed = EventStream.open(server, "?last_event_id=" + (newest - 3502))) {
        var events = missed.awaitEvents(3);
        assertThat(events).extracting(Event::id).containsExactly(newest - 3501, newest - 1, newest);
        assertThat(events.get(1).data()).contains("\"count\":3500,");
      }
    }
  }

  @Test
  void otherMethodsGet405() {
    UpdatesIT.assertProblem(
        server.send("POST", "api/v1/events", "{}"),
        405,
        "{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"Method not allowed. Use GET.\",\"code\":\"method-not-allowed\",\"params\":{\"methods\":\"GET\"}}");
  }

  static String imageOf(Event event) {
    return event.data().replaceFirst(".*\"image\":\"([^\"]*)\".*", "$1");
  }
}
