package diundashboard.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends single requests, which must succeed. */
final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Client() {}

  static String get(URI uri) {
    return send("GET", uri, "");
  }

  static String send(String method, URI uri, String body) {
    try {
      var response = HTTP.send(request(method, uri, body), BodyHandlers.ofString());
      if (response.statusCode() / 100 == 2) return response.body();
      throw new IllegalStateException(response + response.body());
    } catch (IOException e) {
      throw new IllegalStateException(uri.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(uri.toString(), e);
    }
  }

  /** Sends a notification without waiting for the response. */
  static void notifyAsync(URI webhook, String body) {
    var unused = HTTP.sendAsync(request("POST", webhook, body), BodyHandlers.discarding());
  }

  /** Returns how many milliseconds an action takes. */
  static double milliseconds(Runnable action) {
    var start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static HttpRequest request(String method, URI uri, String body) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofMinutes(10))
        .header("Authorization", Wrk.SECRET)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }
}
