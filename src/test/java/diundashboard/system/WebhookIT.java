package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook: accepted and rejected requests. */
@ServerDependent
@EachDatabase
class WebhookIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  static List<String> payloads() {
    return Payloads.names();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void everyPayloadIsAcceptedAndListed(String payload) {
    var answer = server.notify(Payloads.read(payload));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    var isTest = payload.equals("02-file-notif-test");
    assertThat(server.images()).hasSize(isTest ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "GET"})
  void everyMethodOfDiunIsAccepted(String method) {
    assertThat(server.send(method, "webhook", Payloads.of("nginx")).statusCode()).isEqualTo(200);
    assertThat(server.images()).containsExactly("nginx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain;charset=iso-8859-1",
        "image/png",
        "nonsense",
        ";;",
        "*/*"
      })
  void anyContentTypeIsAccepted(String type) {
    var answer = server.send("POST", "webhook", Payloads.of("nginx:日本"), "Content-Type", type);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(server.images()).containsExactly("nginx:日本");
  }

  @Test
  void testNotificationIsStoredAndIsNoUpdate() {
    server.notify(Payloads.read("02-file-notif-test"));
    assertThat(server.get("api/updates").body()).isEqualTo("{}");
    assertThat(server.get("api/v1/notifications/tests").body())
        .matches(
            "\\[\\{\"hostname\":\"d2219b854598\",\"diun_version\":\"v4\\.33\\.0\",\"received_at\":\"20[0-9-]+T[0-9:]+\\.[0-9]{3}Z\"}]");
    assertThat(server.log())
        .contains("Test notification received from host d2219b854598, Diun v4.33.0");
  }

  @Test
  void rawBodyIsStored() throws Exception {
    var body = Payloads.read("36-created-epoch-and-user-metadata");
    server.notify(body);
    try (var connection = installation.connect();
        var row = connection.createStatement().executeQuery("SELECT body FROM activity")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | The request body is empty. Send Diun's JSON object.",
        "hello         | The request body is not JSON. Send Diun's JSON object.",
        "[1]           | The request body is not a JSON object. Send Diun's JSON object.",
        "{}            | Member \"image\" is missing or not a string.",
        "{\"image\":\"\"} | Member \"image\" is empty.",
        "{\"image\":5}   | Member \"image\" is missing or not a string."
      })
  void invalidNotificationIsRejectedInOneSentence(String body, String sentence) {
    var answer = server.notify(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(answer.body()).isEqualTo(sentence);
    assertThat(server.images()).isEmpty();
  }

  @Test
  void getWithoutBodyExplainsTheDiunConfiguration() {
    var answer = server.get("webhook");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
    assertThat(answer.body())
        .isEqualTo(
            "This is the webhook endpoint. In diun.yml, set notif.webhook.endpoint to this URL and notif.webhook.method to POST.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PATCH"})
  void otherMethodsAreNotAllowed(String method) {
    assertThat(server.send(method, "webhook", "{}").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook", "webhook/"})
  void requestsAreNeverRedirected(String path) {
    assertThat(server.send("POST", path, Payloads.of("nginx")).statusCode()).isEqualTo(200);
  }

  @Test
  void bodyOfOneMebibyteIsAccepted() {
    var rest =
        """
        {"image":"nginx","x":""}"""
            .length();
    var body = "{\"image\":\"nginx\",\"x\":\"" + "y".repeat(1024 * 1024 - rest) + "\"}";
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
    assertThat(server.notify(body + " ").statusCode()).isEqualTo(413);
  }
}
