package diundashboard.system.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;

/** Prepares the data of the application through its API: as Diun, and as another user. */
final class Backend {

  private static final String UNKNOWN_HOSTS = "api/v1/hosts/unknown";
  private static final AtomicLong DIGESTS = new AtomicLong(System.nanoTime());

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;

  Backend(URI base) {
    this.base = base;
  }

  /**
   * Marks all updates as done, also those that are snoozed or muted, and deletes all tags, rejected
   * notifications and unknown hosts.
   */
  void reset() {
    send("DELETE", "api/v1/rejections", "");
    try (var reader = Json.createReader(new StringReader(send("GET", UNKNOWN_HOSTS, "")))) {
      for (var each : reader.readArray().getValuesAs(JsonObject.class)) {
        var name = Json.createObjectBuilder().add("name", each.get("name")).build();
        send("DELETE", UNKNOWN_HOSTS, name.toString());
      }
    }
    send("POST", "api/v1/reopenings", "{\"filter\":\"is:muted\"}");
    send("POST", "api/v1/acknowledgements", "{\"filter\":\"is:snoozed\"}");
    send("POST", "api/updates/acknowledge-all", "{}");
    try (var reader = Json.createReader(new StringReader(send("GET", "api/tags", "")))) {
      for (var tag : reader.readArray().getValuesAs(JsonObject.class)) {
        send("DELETE", "api/tags/" + tag.getInt("id"), "");
      }
    }
  }

  /** Sends a notification with a new digest for each image. */
  void receive(String... images) {
    for (var image : images) receive(notification(image));
  }

  /** Sends notifications of the Diun on this host. */
  void receiveOn(String host, String... images) {
    for (var image : images) {
      var notification = notification(image);
      receive(Json.createObjectBuilder(notification).add("hostname", host).build());
    }
  }

  void receive(JsonObject notification) {
    receiveBody(notification.toString());
  }

  /** Sends a notification as Diun sent it. */
  void receiveBody(String body) {
    send("POST", "webhook", body);
  }

  /** Sends a notification that is rejected, and waits until it is listed. */
  void receiveRejected(String path, String body, String... headers) {
    var before = rejections();
    request("POST", path, body, headers);
    await().until(() -> !rejections().equals(before));
  }

  private String rejections() {
    return send("GET", "api/v1/rejections", "");
  }

  static JsonObject notification(String image) {
    return Json.createObjectBuilder()
        .add("diun_version", "v4.33.0")
        .add("hostname", "nas")
        .add("status", "update")
        .add("provider", "docker")
        .add("image", image)
        .add("hub_link", "https://hub.docker.com/_/" + image.replaceFirst("^.*/", ""))
        .add("mime_type", "application/vnd.oci.image.index.v1+json")
        .add("digest", "sha256:%064x".formatted(DIGESTS.incrementAndGet()))
        .add("created", "2026-11-18T03:25:41Z")
        .add("platform", "linux/amd64")
        .add("metadata", Json.createObjectBuilder().add("ctn_names", "web,proxy"))
        .build();
  }

  /**
   * Sends a ping as Diun does.
   *
   * @param path below {@code /ping/}
   */
  void ping(String path, String body) {
    send("POST", "ping/" + path, body);
  }

  void receiveTestFrom(String host) {
    var notification = notification("docker.io/diun/testnotif:latest");
    receive(
        Json.createObjectBuilder(notification)
            .add("hostname", host)
            .add("status", "new")
            .add("provider", "file")
            .add("hub_link", "")
            .addNull("metadata")
            .build());
  }

  /** Marks an image as done as another user. */
  void acknowledge(String image) {
    send("PATCH", "api/updates/" + URLEncoder.encode(image, UTF_8).replace("%2F", "/"), "");
  }

  /** Marks everything on a host as done, as a script does. */
  void acknowledgeOn(String host) {
    var body = Json.createObjectBuilder().add("host", host).build();
    send("POST", "api/v1/acknowledgements", body.toString());
  }

  /** Performs an action, such as {@code snoozes}, as another user. */
  void perform(String action, String body) {
    send("POST", "api/v1/" + action, body);
  }

  /** Creates a tag and assigns it to the images. */
  void tag(String name, String... images) {
    var body = Json.createObjectBuilder().add("name", name).build().toString();
    int id;
    try (var reader = Json.createReader(new StringReader(send("POST", "api/tags", body)))) {
      id = reader.readObject().getInt("id");
    }
    for (var image : images) {
      var assignment = Json.createObjectBuilder().add("image", image).add("tag_id", id).build();
      send("PUT", "api/tag-assignments", assignment.toString());
    }
  }

  private String send(String method, String path, String body) {
    var response = request(method, path, body);
    if (response.statusCode() / 100 == 2) return response.body();
    throw new IllegalStateException(response + response.body());
  }

  private HttpResponse<String> request(String method, String path, String body, String... headers) {
    var builder =
        HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json");
    if (headers.length > 0) builder.headers(headers);
    var request =
        builder
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(request.toString(), e);
    }
  }
}
