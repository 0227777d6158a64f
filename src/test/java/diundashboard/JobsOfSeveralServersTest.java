package diundashboard;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.activity.retention.RetentionDao;
import diundashboard.hosts.SilenceService;
import diundashboard.images.SnoozeEnd;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Dialect;
import diundashboard.platform.database.TestDatabase;
import diundashboard.platform.database.ThreadTransaction;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs that several servers with one PostgreSQL database begin at the same moment. */
class JobsOfSeveralServersTest {

  private static final int SERVERS = 4;
  private static final int IMAGES = 40;
  private static final List<String> ALL =
      IntStream.range(0, IMAGES).mapToObj("image:%02d"::formatted).toList();

  private final ThreadTransaction transaction =
      new ThreadTransaction(TestDatabase.migrated(Dialect.POSTGRESQL));
  private final Database database = transaction.database(Dialect.POSTGRESQL);
  private final List<Beans> servers =
      Stream.generate(() -> Beans.on(database)).limit(SERVERS).toList();

  /** What a server does. */
  private interface Job {
    void run(Beans server) throws Exception;
  }

  @Test
  void aSnoozeEndsOnce() throws Exception {
    ALL.forEach(this::receive);
    var snooze = new Action(ActionType.SNOOZE, Selection.PENDING, "", until(), false);
    servers.get(0).get(ActionService.class).perform(snooze);
    database.change("UPDATE occurrences SET snoozed_until = '2026-01-01T00:00:00.000Z'");
    onAll(server -> transaction.run(() -> server.get(ActionService.class).endDueSnoozes()));
    assertThat(logged("woken", "image")).isEqualTo(ALL);
  }

  private static SnoozeEnd until() {
    return new SnoozeEnd(Instant.now().plusSeconds(60));
  }

  @Test
  void aSilenceIsReportedOnce() throws Exception {
    receive("nginx");
    database.change("UPDATE hosts SET last_seen_at = '2026-01-01T00:00:00.000Z'");
    onAll(
        server -> {
          var silences = server.get(SilenceService.class);
          for (var host : silences.find()) transaction.run(() -> silences.log(host));
        });
    assertThat(logged("host_silent", "hostname")).containsExactly("nas");
  }

  @Test
  void aVersionIsSupersededOnce() throws Exception {
    receive("nginx:1.0");
    onAll(server -> transaction.run(() -> receive(server, "nginx:1.1")));
    assertThat(logged("acknowledged", "image")).containsExactly("nginx:1.0");
    assertThat(
            database.list("SELECT count FROM changes WHERE count > 0", row -> row.getInt("count")))
        .containsExactly(1);
  }

  @Test
  void theBodiesOfOldNotificationsAreKeptOnce() throws Exception {
    ALL.forEach(this::receive);
    receive("newest");
    onAll(this::prune);
    assertThat(logged("notified", "image")).containsExactly("newest");
    assertThat(
            database.list(
                "SELECT image FROM updates WHERE body LIKE '%hostname%' ORDER BY image",
                row -> row.getString("image")))
        .isEqualTo(ALL);
  }

  /** Deletes all entries of the log except for the last, a few at a time. */
  private void prune(Beans server) throws Exception {
    var old = server.get(RetentionDao.class);
    while (old.hasRowsBefore(Instant.now())) {
      transaction.run(() -> old.deleteBefore(Instant.now(), 3));
    }
  }

  private void onAll(Job job) throws Exception {
    var start = new CyclicBarrier(SERVERS);
    var threads = Executors.newFixedThreadPool(SERVERS);
    var calls =
        servers.stream()
            .<Callable<Void>>map(
                server ->
                    () -> {
                      start.await();
                      job.run(server);
                      return null;
                    })
            .toList();
    for (var result : threads.invokeAll(calls)) result.get();
    threads.shutdown();
  }

  private void receive(String image) {
    receive(servers.get(0), image);
  }

  private static void receive(Beans server, String image) {
    var body =
        """
        {"hostname":"nas","status":"new","provider":"docker","image":"%s","digest":"sha256:1","metadata":{"ctn_names":"web"}}"""
            .formatted(image);
    server.get(NotificationService.class).receive(body);
  }

  /** Returns a column of the entries of the activity log of a kind, sorted. */
  private List<String> logged(String kind, String column) {
    return database.list(
        "SELECT %1$s FROM activity WHERE kind = ? ORDER BY %1$s COLLATE \"C\"".formatted(column),
        row -> row.getString(1),
        kind);
  }
}
