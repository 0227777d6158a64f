package diundashboard.system;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import diundashboard.access.signin.HashPasswordCommand;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A PostgreSQL server whose processes are stopped: it accepts connections but never answers. */
@FaultTest
@ServerDependent
class HungDatabaseIT {

  /** More than the server has threads. */
  private static final int CLIENTS = 40;

  private static final Duration OUTAGE = Duration.ofSeconds(25);

  /** Diun waits for ten seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static final String ANNA =
      """
      {"name":"anna","password":"correct horse"}""";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean isStopped;

  /** An answer, and how long it took. */
  private record Answer(int status, Duration duration) {}

  @Test
  void everyRequestIsAnsweredAndTheServerRecoversByItself() throws Exception {
    try (var postgres = Postgres.start();
        var server = AppServer.start(Installation.folder("hung"), settings(postgres))) {
      var session = SecuredServer.cookieOf(server.send("POST", "api/v1/session", ANNA));
      assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
      postgres.signal("STOP");
      Queue<Answer> webhook, list, live, ready;
      try {
        webhook = poll(CLIENTS / 2, () -> server.notify(Payloads.of("nginx")));
        list =
            poll(CLIENTS / 2, () -> server.send("GET", "api/v1/images", null, "Cookie", session));
        live = poll(1, () -> server.get("api/v1/health/live"));
        ready = poll(4, () -> server.get("api/v1/health/ready"));
        Thread.sleep(OUTAGE.toMillis());
        assertThat(server.get("api/v1/health/ready").body())
            .containsAnyOf(
                "\"cause\":\"The database did not respond",
                "\"cause\":\"Cannot connect to PostgreSQL (Connection attempt timed out.)");
      } finally {
        isStopped = true;
        threads.shutdown();
        assertThat(threads.awaitTermination(1, MINUTES)).isTrue();
        postgres.signal("CONT");
      }
      await().atMost(LIMIT).until(() -> server.notify(Payloads.of("nginx")).statusCode() == 200);
      assertThat(server.get("api/v1/health/ready").statusCode()).isEqualTo(200);
      assertAnswers(webhook, 503, LIMIT);
      assertAnswers(list, 503, Duration.ofSeconds(15));
      assertAnswers(live, 200, AT_ONCE);
      assertAnswers(ready, 503, Duration.ofSeconds(5));
    }
  }

  private static Map<String, String> settings(Postgres postgres) {
    var settings = new HashMap<>(postgres.settings());
    settings.put("DIUN_AUTH", "basic");
    settings.put("DIUN_USERS", "anna:admin:" + HashPasswordCommand.hash("correct horse"));
    return settings;
  }

  private static void assertAnswers(Queue<Answer> answers, int status, Duration limit) {
    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.status).isEqualTo(status);
              assertThat(each.duration).isLessThan(limit);
            });
  }

  /** Starts clients that send requests one after the other. */
  private Queue<Answer> poll(int clients, Supplier<HttpResponse<String>> request) {
    var answers = new ConcurrentLinkedQueue<Answer>();
    for (var i = 0; i < clients; i++) {
      threads.execute(
          () -> {
            while (!isStopped) {
              var start = System.nanoTime();
              var status = request.get().statusCode();
              answers.add(new Answer(status, Duration.ofNanos(System.nanoTime() - start)));
              await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            }
          });
    }
    return answers;
  }
}
