package diundashboard.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Concurrent notifications, which are stored in groups. */
@ServerDependent
@ParameterizedClass
@EnumSource
class GroupCommitIT {

  private static final int CLIENTS = 32;
  private static final int IMAGES = 20;
  private static final int NOTIFICATIONS = 960;

  @Parameter Installation installation;

  /** Each notification has its own digest. */
  @Test
  void acceptedNotificationsAreStoredOnce() throws Exception {
    var server = installation.empty();
    var bodies = bodies();
    assertThat(send(bodies.stream().map(body -> call(server, body)).toList()))
        .isEqualTo(Map.of(200, (long) NOTIFICATIONS));
    assertThat(installation.texts("SELECT body FROM activity WHERE kind = 'notified'"))
        .containsExactlyInAnyOrderElementsOf(bodies);
    assertThat(installation.texts("SELECT image || ' ' || times_notified FROM updates"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, IMAGES)
                .mapToObj(i -> imageOf(i) + " " + NOTIFICATIONS / IMAGES)
                .toList());
    assertThat(installation.query("SELECT sum(opened) FROM activity"))
        .isEqualTo(String.valueOf(IMAGES));
    assertThat(
            installation.query(
                """
                SELECT count(*) FROM updates u
                WHERE digest <> (SELECT a.digest FROM activity a WHERE a.image = u.image ORDER BY id DESC LIMIT 1)"""))
        .isEqualTo("0");
  }

  static List<String> bodies() {
    return IntStream.range(0, NOTIFICATIONS)
        .mapToObj(i -> Payloads.of(imageOf(i % IMAGES), "sha256:" + i))
        .toList();
  }

  private static String imageOf(int i) {
    return "registry.example/team/image-%d:1".formatted(i);
  }

  @Test
  void aNotificationThatCannotBeStoredDoesNotAffectOthers() throws Exception {
    var server = installation.empty();
    rejectInDatabase("poison:1");
    try {
      var bodies =
          IntStream.range(0, 300)
              .mapToObj(i -> i % 10 == 0 ? "poison:1" : "image-" + i % 7 + ":1")
              .map(Payloads::of);
      assertThat(send(bodies.map(body -> call(server, body)).toList()))
          .isEqualTo(Map.of(200, 270L, 500, 30L));
    } finally {
      acceptInDatabase();
    }
    assertThat(installation.query("SELECT sum(times_notified) FROM updates")).isEqualTo("270");
    assertThat(installation.query("SELECT count(*) FROM activity WHERE kind = 'notified'"))
        .isEqualTo("270");
    assertThat(installation.query("SELECT count(*) FROM updates WHERE image = 'poison:1'"))
        .isEqualTo("0");
    awaitRejection(server, "poison:1");
  }

  private void rejectInDatabase(String image) {
    installation.change(
        installation == Installation.SQLITE
            ? """
              CREATE TRIGGER poison BEFORE INSERT ON activity WHEN NEW.image = '%s'
              BEGIN SELECT RAISE(ABORT, 'poison'); END"""
                .formatted(image)
            : "ALTER TABLE activity ADD CONSTRAINT poison CHECK (image <> '%s')".formatted(image));
  }

  private void acceptInDatabase() {
    installation.change(
        installation == Installation.SQLITE
            ? "DROP TRIGGER poison"
            : "ALTER TABLE activity DROP CONSTRAINT poison");
  }

  /** The lock is that of a row on PostgreSQL, and that of the database on SQLite. */
  @Test
  void aNotificationThatWaitsForALockGets503AndIsNotStored() throws SQLException {
    var server = installation.empty();
    assertThat(server.notify(Payloads.of("locked:1")).statusCode()).isEqualTo(200);
    HttpResponse<String> refused;
    try (var connection = installation.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate("UPDATE updates SET note = 'held' WHERE image = 'locked:1'");
      refused = server.notify(Payloads.of("locked:1"));
      if (installation == Installation.POSTGRESQL) {
        assertThat(server.notify(Payloads.of("free:1")).statusCode()).isEqualTo(200);
      }
      connection.rollback();
    }
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
    assertThat(refused.body())
        .isEqualTo("The database is unavailable. Try again in a few seconds.");
    assertThat(server.notify(Payloads.of("later:1")).statusCode()).isEqualTo(200);
    assertThat(installation.query("SELECT times_notified FROM updates WHERE image = 'locked:1'"))
        .isEqualTo("1");
    awaitRejection(server, "locked:1");
  }

  /** Otherwise its entry in the log could appear during the next test. */
  private static void awaitRejection(AppServer server, String image) {
    await().until(() -> server.get("api/v1/rejections").body(), body -> body.contains(image));
  }

  private static Callable<Integer> call(AppServer server, String body) {
    return () -> server.notify(body).statusCode();
  }

  /** Sends requests at the same time, and counts the answers by status. */
  static Map<Integer, Long> send(List<Callable<Integer>> calls) throws Exception {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var statuses = new ArrayList<Integer>();
      for (var answer : clients.invokeAll(calls)) statuses.add(answer.get());
      return statuses.stream().collect(groupingBy(status -> status, TreeMap::new, counting()));
    } finally {
      clients.shutdownNow();
    }
  }
}
