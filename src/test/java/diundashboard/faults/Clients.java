package diundashboard.faults;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Clients that send notifications of different images one after the other, until they stop. */
final class Clients {

  private static final int CLIENTS = 4;

  /** Diun waits for ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Supplier<URI> webhook;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final Queue<String> answered = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> others = new ConcurrentLinkedQueue<>();
  private volatile boolean isStopped;

  /**
   * @param webhook the address, which may change while the server restarts
   */
  Clients(Supplier<URI> webhook) {
    this.webhook = webhook;
    for (var i = 0; i < CLIENTS; i++) threads.execute(this::send);
  }

  private void send() {
    while (!isStopped) {
      var image = "docker.io/load/app:" + NUMBERS.incrementAndGet();
      try {
        var status = http.send(request(image), BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          answered.add(image);
        } else {
          others.add(status);
          pause();
        }
      } catch (IOException e) {
        pause(); // the server is down or did not answer in time
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private HttpRequest request(String image) {
    var body =
        """
        {"diun_version":"4.33.0","hostname":"load","status":"new","provider":"docker","image":"%s",\
        "digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a",\
        "created":"2026-11-18T03:25:41Z","platform":"linux/amd64","metadata":{"ctn_names":"app"}}"""
            .formatted(image);
    return HttpRequest.newBuilder(webhook.get())
        .timeout(PATIENCE)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the images whose notifications were answered with 200. */
  Queue<String> answered() {
    return answered;
  }

  /** Returns the statuses of the other answers. */
  Queue<Integer> others() {
    return others;
  }

  /** Waits until the last notifications are answered. */
  void stop() throws InterruptedException {
    isStopped = true;
    threads.shutdown();
    if (!threads.awaitTermination(1, MINUTES)) throw new IllegalStateException("A client hangs");
  }
}
