package diundashboard.system;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A connected client of server-sent events. */
final class EventStream implements AutoCloseable, Subscriber<String> {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<ResponseInfo> answer = new CompletableFuture<>();
  private CompletableFuture<?> end;
  private volatile Subscription subscription;
  private String id;
  private String name;

  /** An event as sent. */
  record Event(long id, String name, String data) {}

  private EventStream() {}

  /** Connects and awaits the response headers. */
  static EventStream open(AppServer server, String query, String... headers) {
    var stream = start(server, query, headers);
    stream.answer.join();
    return stream;
  }

  static EventStream start(AppServer server, String query, String... headers) {
    var stream = new EventStream();
    var request = HttpRequest.newBuilder(URI.create(server.uri() + "api/v1/events" + query));
    if (headers.length > 0) request.headers(headers);
    stream.end =
        HTTP.sendAsync(
                request.build(),
                info -> {
                  stream.answer.complete(info);
                  return BodySubscribers.fromLineSubscriber(stream);
                })
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null) stream.answer.completeExceptionally(failure);
                });
    return stream;
  }

  ResponseInfo answer() {
    return answer.join();
  }

  List<String> lines() {
    return lines;
  }

  List<Event> events() {
    return events;
  }

  /** Awaits a number of events and returns all received ones. */
  List<Event> awaitEvents(int count) {
    await()
        .pollDelay(Duration.ZERO) // tests may await hundreds of streams
        .atMost(Duration.ofSeconds(20))
        .until(() -> events.size() >= count);
    return events;
  }

  boolean hasEnded() {
    return end.isDone();
  }

  void awaitEnd() {
    await().atMost(Duration.ofSeconds(20)).until(end::isDone);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    lines.add(line);
    if (line.startsWith("id: ")) id = line.substring(4);
    if (line.startsWith("event: ")) name = line.substring(7);
    if (line.startsWith("data: "))
      events.add(new Event(Long.parseLong(id), name, line.substring(6)));
  }

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}

  /** Disconnects. */
  @Override
  public void close() {
    if (subscription != null) subscription.cancel();
  }
}
