package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and addresses that installations of users have sent. */
@ServerDependent
@EachDatabase
class WebhookInputIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void twoNotificationsInOneBodyAreRejected() {
    assertRejected(
        server.notify(Payloads.readField("two-notifications")),
        400,
        "The request body continues after the JSON object. Send one notification in each request.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ha.lan/api/camera_proxy/camera.door?token=abc",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==",
        "The door is open"
      })
  void notificationsOfOtherProgramsAreRejected(String image) {
    assertRejected(
        server.notify(Payloads.of(image)),
        400,
        "Member \"image\" is not an image reference such as docker.io/library/nginx:latest.");
    assertThat(server.get("api/v1/hosts").body()).isEqualTo("[]");
  }

  @Test
  void aListOfContainersIsOneWorkload() {
    server.notify(
        """
        {"image":"a:1","hostname":" nas ","provider":"docker","metadata":{"ctn_names":["web","web_alias"]}}""");
    assertThat(server.get("api/v1/images").body())
        .contains("\"host\":\"nas\",", "\"workload\":\"web\",");
  }

  @Test
  void theContainersOfOneWorkloadAreOneOccurrence() {
    for (var name :
        new String[] {"compose-container", "compose-container-renamed", "compose-container-old"}) {
      server.notify(Payloads.readField(name));
    }
    assertThat(server.get("api/v1/images").body())
        .containsOnlyOnce("\"workload\":")
        .contains(
            "\"workload\":\"netbox-netbox-1\",",
            "\"platform\":\"linux/amd64\",\"stack\":\"netbox\",\"stack_guessed\":true,");
  }

  @Test
  void aReferenceWithoutTagMovesToItsNextDigestWithItsTag() {
    var image = "ghcr.io/team/app@sha256:";
    var former = image + "a".repeat(64);
    server.notify(Payloads.of(former, "sha256:1"));
    var tag = server.send("POST", "api/tags", "{\"name\":\"media\"}").body().replaceAll("\\D", "");
    server.send(
        "PUT", "api/tag-assignments", "{\"image\":\"" + former + "\",\"tag_id\":" + tag + "}");
    server.notify(Payloads.of(image + "b".repeat(64), "sha256:2"));
    assertThat(server.get("api/v1/images").body())
        .contains(
            "\"reference\":\"" + image + "b".repeat(64) + "\"",
            "\"previous_digest\":\"sha256:1\"",
            "\"name\":\"media\"",
            "\"total\":1");
    assertThat(server.get("api/v1/activity?kind=replaced").body())
        .contains("\"note\":\"" + former + "\"");
  }

  @Test
  void theTestNotificationOfDiun4IsNoUpdate() {
    server.notify(Payloads.readField("test-notification-v4.0.0"));
    assertThat(server.get("api/updates").body()).isEqualTo("{}");
    assertThat(server.get("api/v1/notifications/tests").body())
        .startsWith("[{\"hostname\":\"oldbox\",\"diun_version\":\"4.0.0\",");
  }

  @Test
  void goTimesAreConvertedAndOldTimesAreUnknown() {
    server.notify(Payloads.readField("script-notifier"));
    assertThat(server.get("api/updates").body()).contains("\"created\":\"2020-03-26T12:23:56Z\"");
    assertThat(server.get("api/v1/images").body()).contains("\"created\":\"2020-03-26T12:23:56Z\"");
    installation.empty();
    server.notify(Payloads.readField("created-in-1970"));
    assertUnknownBuildTime();
    installation.change("UPDATE updates SET created = '1970-01-01T00:00:01Z'");
    assertUnknownBuildTime();
  }

  private void assertUnknownBuildTime() {
    assertThat(server.get("api/updates").body()).contains("\"created\":\"0001-01-01T00:00:00Z\"");
    assertThat(server.get("api/v1/images").body()).contains("\"created\":null");
  }

  @Test
  void aRegistryInUpperCaseIsARegistry() {
    server.notify(Payloads.of("NAS/team/app:1"));
    assertThat(server.get("api/v1/images").body())
        .contains("\"registry\":\"NAS\",\"repository\":\"team/app\"");
    assertThat(server.get("api/v1/images?q=registry:NAS").body()).contains("NAS/team/app:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "GET"})
  void gzipIsRead(String method) {
    var answer = send(method, gzip(Payloads.of("nginx").getBytes(UTF_8), 1), "gzip");
    assertThat(answer.body()).isEmpty();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(server.images()).containsExactly("nginx");
  }

  @Test
  void identityIsNoEncoding() {
    assertThat(send("POST", Payloads.of("nginx").getBytes(UTF_8), "identity").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip"})
  void otherEncodingsAreRejected(String encoding) {
    var answer = send("POST", Payloads.of("nginx").getBytes(UTF_8), encoding);
    assertRejected(
        answer, 415, "Unsupported Content-Encoding '" + encoding + "'. Use gzip or none.");
    assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip");
  }

  /** Payara unpacks gzip itself and answers without a body. */
  @Test
  void damagedGzipIsRejected() {
    var answer = send("POST", Payloads.of("nginx").getBytes(UTF_8), "gzip");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(server.images()).isEmpty();
    if (ServerKind.current() != ServerKind.WILDFLY) return;
    assertRejected(
        answer,
        400,
        "The request body is not valid gzip. Send it again, or without Content-Encoding.");
  }

  @Test
  void moreThanOneMebibyteUnpackedIsRejected() {
    assertRejected(
        send("POST", gzip(new byte[1024 * 1024], 500), "gzip"),
        413,
        "The request body is larger than 1 MiB.");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, ''",
    "PUT, ''",
    "GET, ''",
    "POST, WebHook",
    "GET, WEBHOOK/",
    "PUT, index.html",
    "POST, api",
    "POST, api/webhook",
    "GET, api/webhook",
    "PATCH, api/v1/webhook/",
    "POST, /WebHook",
    "POST, /api//webhook"
  })
  void aWrongAddressIsAnsweredWithTheRightOne(String method, String path) {
    assertRejected(
        server.send(method, path, Payloads.of("nginx")),
        404,
        "This is not the webhook endpoint. In diun.yml, set notif.webhook.endpoint to "
            + server.uri()
            + "webhook.");
  }

  @Test
  void aWrongAddressNeedsNoAuthentication() {
    for (var path : new String[] {"", "api/webhook"}) {
      var answer = SecuredServer.get().send("POST", path, Payloads.of("nginx"));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).startsWith("This is not the webhook endpoint.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhook", "//webhook", "/webhook/", "webhook//"})
  void repeatedSlashesAreIgnored(String path) {
    for (var method : new String[] {"POST", "PUT", "GET"}) {
      installation.empty();
      var answer =
          server.send(
              method, path, Payloads.of("nginx"), "Content-Type", "nonsense", "Accept", ";");
      assertThat(answer.body()).isEmpty();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(server.images()).containsExactly("nginx");
    }
    assertThat(server.get(path).statusCode()).isEqualTo(405);
    assertThat(SecuredServer.get().send("POST", path, Payloads.of("nginx")).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html"})
  void browsersGetThePage(String path) {
    var answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<!doctype html>");
  }

  private void assertRejected(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.body()).isEqualTo(sentence);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(server.images()).isEmpty();
  }

  private HttpResponse<String> send(String method, byte[] body, String encoding) {
    var request =
        HttpRequest.newBuilder(server.uri().resolve("webhook"))
            .header("Content-Encoding", encoding)
            .method(method, BodyPublishers.ofByteArray(body));
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] part, int times) {
    var packed = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(packed)) {
      for (var i = 0; i < times; i++) stream.write(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
