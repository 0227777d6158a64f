package diundashboard.system;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Notifications that the webhook rejects. Each test has its own sender addresses, because the
 * application remembers a sender for an hour.
 */
@ServerDependent
class RejectionsIT {

  private static final String SECRET = "hush-all";

  private static final String NO_IMAGE = "{\"hostname\":\"nas\"}";

  @BeforeEach
  void empty() {
    assertThat(call("DELETE", "api/v1/rejections").statusCode()).isEqualTo(204);
  }

  @Test
  void aMissingSecretIsListedWithoutTheBody() {
    notify("10.1.0.1", Payloads.of("nginx"));
    assertThat(awaitItems("10.1.0.1", 1))
        .isEqualTo(
            """
            {"id":ID,"at":"TIME","first_at":"TIME","count":1,"address":"10.1.0.1","reason":"missing-secret",\
            "detail":"Invalid webhook secret. Set notif.webhook.headers.Authorization in diun.yml.",\
            "code":"invalid-webhook-secret","params":{},\
            "body_size":null,"body":null,"retryable":false}""");
  }

  @Test
  void anInvalidNotificationIsListedWithItsBody() {
    notify("10.1.0.2", "<b>", "Authorization", SECRET);
    assertThat(awaitItems("10.1.0.2", 1))
        .isEqualTo(
            """
            {"id":ID,"at":"TIME","first_at":"TIME","count":1,"address":"10.1.0.2","reason":"invalid-notification",\
            "detail":"The request body is not JSON. Send Diun's JSON object.",\
            "code":"notification-not-json","params":{},\
            "body_size":3,"body":"<b>","retryable":true}""");
  }

  /** Diun 4.31 ignores all three responses, so its log shows nothing. */
  @Test
  void notificationsOfAMisconfiguredDiunAreSeen() {
    var address = "10.1.0.14";
    var wrapped = Payloads.readField("wrapped-notification");
    notify(address, Payloads.of("redis:7"), "Authorization", "the-old-token");
    notify(address, Payloads.of("redis:7"));
    notify(address, wrapped, "Authorization", SECRET);
    awaitCount(address, 3);
    assertThat(summary(address))
        .isEqualTo(
            "invalid-notification 1 %s\nmissing-secret 1 null\nwrong-secret 1 null"
                .formatted(wrapped));
    assertThat(SecuredServer.get().log())
        .contains(
            "Rejected a notification from 10.1.0.14: Invalid webhook secret.",
            "Rejected a notification from 10.1.0.14: Member \"image\" is missing or not a string.")
        .doesNotContain("the-old-token");
  }

  @Test
  void everyReasonIsListed() {
    var address = "10.1.0.3";
    notify(address, Payloads.of("nginx"));
    notify(address, Payloads.of("nginx"), "Authorization", "guess-0");
    notify(address, Payloads.of("nginx"), "Authorization", "Bearer hush-nas");
    notify(address, Payloads.of("nginx").replace("nas", "vps"), "Authorization", "hush-nas");
    notify(address, NO_IMAGE, "Authorization", SECRET);
    notify(address, "x".repeat(1024 * 1024 + 1), "Authorization", SECRET);
    notify(address, "x", "Authorization", SECRET, "Content-Encoding", "br");
    send(address, "POST", "api/webhook", Payloads.of("nginx"), "Authorization", SECRET);
    send(address, "PUT", "", Payloads.of("redis"));
    awaitCount(address, 8);
    assertThat(summary(address))
        .isEqualTo(
            """
            body-too-large 1 null
            invalid-notification 1 %s
            missing-secret 1 null
            secret-of-other-host 1 null
            unsupported-encoding 1 null
            wrong-address 1 null
            wrong-address 1 %s
            wrong-secret 1 null"""
                .formatted(NO_IMAGE, Payloads.of("nginx")));
  }

  @Test
  void aFloodOfGuessesIsListedInTwoRows() {
    var address = "10.1.0.4";
    var statuses = new ArrayList<Integer>();
    for (int i = 0; !statuses.contains(429) && i < 50; i++) {
      statuses.add(notify(address, NO_IMAGE, "Authorization", "guess-" + i).statusCode());
    }
    assertThat(statuses).contains(401, 429);
    awaitCount(address, statuses.size());
    assertThat(summary(address))
        .isEqualTo("too-many-attempts 1 null\nwrong-secret %d null".formatted(statuses.size() - 1));
    assertThat(everything()).doesNotContain("guess-", "hush");
    assertThat(SecuredServer.get().log()).doesNotContain("guess-", "hush");
  }

  /** Only without a secret: browsers do not send one. */
  @ParameterizedTest
  @EnumSource
  void crossSiteRequestsAreListed(Installation installation) {
    var open = installation.empty();
    open.send("POST", "webhook", Payloads.of("nginx"), "Origin", "https://evil.example");
    await()
        .untilAsserted(
            () ->
                assertThat(open.get("api/v1/rejections").body())
                    .contains("\"reason\":\"cross-site\"", "\"body_size\":null,\"body\":null"));
  }

  /** Internet scanners post to the page, too. */
  @Test
  void otherRequestsToThePageAreNotListed() {
    var address = "10.1.0.5";
    send(address, "POST", "", "username=admin&password=hunter2");
    send(address, "POST", "api", "{\"jsonrpc\":\"2.0\"}", "Authorization", SECRET);
    send(address, "GET", "webhook", null);
    notify(address, Payloads.of("nginx"));
    awaitCount(address, 1);
    assertThat(summary(address)).isEqualTo("missing-secret 1 null");
  }

  @Test
  void equalNotificationsAreCounted() {
    var address = "10.1.0.6";
    for (int i = 0; i < 5; i++) notify(address, NO_IMAGE, "Authorization", SECRET);
    awaitCount(address, 5);
    notify(address, NO_IMAGE, "Authorization", SECRET);
    notify(address, "{}", "Authorization", SECRET);
    awaitCount(address, 7);
    assertThat(summary(address))
        .isEqualTo("invalid-notification 1 {}\ninvalid-notification 6 " + NO_IMAGE);
  }

  @Test
  void theBodyIsCutAfter64Kibibytes() {
    notify("10.1.0.7", "é".repeat(40_000), "Authorization", SECRET);
    awaitCount("10.1.0.7", 1);
    var item = items("10.1.0.7").get(0);
    assertThat(item.getInt("body_size")).isEqualTo(80_000);
    assertThat(item.getString("body")).isEqualTo("é".repeat(32 * 1024));
    assertThat(item.getBoolean("retryable")).isFalse();
    assertThat(retry(item).statusCode()).isEqualTo(409);
  }

  @Test
  void aRejectedNotificationIsRetried() {
    send("10.1.0.8", "POST", "", Payloads.of("retried:1"), "Authorization", "Bearer " + SECRET);
    awaitCount("10.1.0.8", 1);
    var item = items("10.1.0.8").get(0);
    var answer = retry(item);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(get("api/updates")).contains("\"retried:1\"");
    assertThat(items("10.1.0.8")).isEmpty();
    assertThat(retry(item).statusCode()).isEqualTo(404);
    assertThat(get("api/v1/activity?limit=2").replaceAll("\"id\":\\d+", "\"id\":ID"))
        .contains(
            """
            "kind":"rejection_retried","image":null,"host":null,"workload":null,"digest":null,"actor":"anna",\
            "note":"10.1.0.8: wrong-address","change_id":null}""",
            "\"kind\":\"notified\",\"image\":\"retried:1\",\"host\":\"nas\"");
  }

  @Test
  void anInvalidNotificationStaysAfterARetry() {
    notify("10.1.0.9", NO_IMAGE, "Authorization", SECRET);
    awaitCount("10.1.0.9", 1);
    var item = items("10.1.0.9").get(0);
    UpdatesIT.assertProblem(
        retry(item),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Member \\"image\\" is missing or not a string.","code":"missing-notification-image"}""");
    assertThat(items("10.1.0.9")).containsExactly(item);
  }

  @Test
  void aNotificationWithoutItsBodyCannotBeRetried() {
    notify("10.1.0.10", Payloads.of("nginx"));
    awaitCount("10.1.0.10", 1);
    UpdatesIT.assertProblem(
        retry(items("10.1.0.10").get(0)),
        409,
        """
        {"title":"Conflict","status":409,"detail":"The body of this notification is not kept, or not as a whole. Send the notification again.","code":"rejection-without-body"}""");
  }

  @Test
  void aRejectionIsReadAndDeleted() {
    notify("10.1.0.11", NO_IMAGE, "Authorization", SECRET);
    awaitCount("10.1.0.11", 1);
    var item = items("10.1.0.11").get(0);
    var path = "api/v1/rejections/" + item.getInt("id");
    assertThat(Texts.object(get(path))).isEqualTo(item);
    assertThat(call("DELETE", path).statusCode()).isEqualTo(204);
    for (var method : new String[] {"GET", "DELETE"}) {
      UpdatesIT.assertProblem(
          call(method, path),
          404,
          """
          {"title":"Not Found","status":404,"detail":"Rejected notification not found. GET /api/v1/rejections lists them.","code":"rejection-not-found"}""");
    }
    assertThat(get("api/v1/activity?limit=1"))
        .contains("\"kind\":\"rejection_deleted\"", "\"note\":\"10.1.0.11: invalid-notification\"");
    assertThat(call("GET", "api/v1/rejections/x").statusCode()).isEqualTo(400);
  }

  @Test
  void theLast200AreListedInPages() {
    for (int i = 0; i < 220; i++) {
      notify("10.2.0." + i / 55, "{\"n\":" + i + "}", "Authorization", SECRET);
    }
    await().untilAsserted(() -> assertThat(bodiesOf(page(""))).contains("{\"n\":219}"));
    var bodies = new ArrayList<String>();
    var cursor = "";
    do {
      var page = page("&limit=90" + cursor);
      bodies.addAll(bodiesOf(page));
      cursor = page.isNull("next_cursor") ? "" : "&cursor=" + page.getString("next_cursor");
    } while (!cursor.isEmpty());
    assertThat(bodies).hasSize(200).doesNotHaveDuplicates();
    assertThat(new HashSet<>(bodies))
        .isEqualTo(IntStream.range(20, 220).mapToObj(i -> "{\"n\":" + i + "}").collect(toSet()));
    assertThat(page("&bodies=false").toString())
        .contains("\"body_size\":9,\"body\":null,\"retryable\":true");
    assertThat(call("GET", "api/v1/rejections?bodies=no").statusCode()).isEqualTo(400);
    assertThat(call("GET", "api/v1/rejections?cursor=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aFloodOfBodiesIsBounded() {
    var address = "10.1.0.12";
    for (int i = 0; i < 150; i++) {
      notify(address, "{\"n\":" + i + "}", "Authorization", SECRET);
      notify(address, "{}", "Authorization", SECRET);
    }
    assertThat(notify(address, Payloads.of("good:1"), "Authorization", SECRET).statusCode())
        .isEqualTo(200);
    awaitCount(address, 300);
    assertThat(items(address)).hasSize(101);
    assertThat(
            SecuredServer.get()
                .log()
                .lines()
                .filter(line -> line.contains("notification from " + address + ":")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        ServerKind.current() == ServerKind.WILDFLY ? "WARN" : "",
                        "Rejected a notification from 10.1.0.12: Member \"image\" is missing or not a string."));
    assertThat(get("api/v1/activity?kind=notification_rejected&limit=500").split("10.1.0.12: ", -1))
        .hasSize(2);
  }

  @Test
  void aRejectionIsAnEvent() {
    try (var stream =
        EventStream.open(SecuredServer.get(), "", "Cookie", SecuredServer.session("viewer"))) {
      stream.awaitEvents(1);
      notify("10.1.0.13", Payloads.of("nginx"));
      await()
          .untilAsserted(
              () ->
                  assertThat(stream.events())
                      .anySatisfy(
                          event -> {
                            assertThat(event.name()).isEqualTo("notification_rejected");
                            assertThat(event.data())
                                .contains("\"note\":\"10.1.0.13: missing-secret\"");
                          }));
    }
  }

  private HttpResponse<String> notify(String address, String body, String... headers) {
    return send(address, "POST", "webhook", body, headers);
  }

  private HttpResponse<String> send(
      String address, String method, String path, String body, String... headers) {
    var all =
        Stream.concat(Stream.of("X-Forwarded-For", address), Stream.of(headers))
            .toArray(String[]::new);
    return SecuredServer.get().send(method, path, body, all);
  }

  /** Sends a request of the administrator. */
  private static HttpResponse<String> call(String method, String path) {
    return SecuredServer.as("admin", method, path, null);
  }

  private static String get(String path) {
    return call("GET", path).body();
  }

  private HttpResponse<String> retry(JsonObject item) {
    return call("POST", "api/v1/rejections/" + item.getInt("id") + "/retry");
  }

  /** Awaits that all rejected notifications of a sender are stored. */
  private void awaitCount(String address, int count) {
    await()
        .untilAsserted(
            () ->
                assertThat(items(address).stream().mapToInt(item -> item.getInt("count")).sum())
                    .isEqualTo(count));
  }

  private String awaitItems(String address, int count) {
    awaitCount(address, count);
    return items(address).stream()
        .map(JsonObject::toString)
        .collect(joining("\n"))
        .replaceAll("\"id\":\\d+", "\"id\":ID")
        .replaceAll("\"20[^\"]+Z\"", "\"TIME\"");
  }

  /** Returns the reason, the count and the body of each item of a sender, sorted. */
  private String summary(String address) {
    return items(address).stream()
        .map(
            item ->
                "%s %d %s"
                    .formatted(
                        item.getString("reason"),
                        item.getInt("count"),
                        item.isNull("body") ? null : item.getString("body")))
        .sorted()
        .collect(joining("\n"));
  }

  private List<JsonObject> items(String address) {
    return page("&limit=500").getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(item -> item.getString("address").equals(address))
        .collect(toList());
  }

  private static List<String> bodiesOf(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.isNull("body") ? "" : item.getString("body"))
        .toList();
  }

  private JsonObject page(String query) {
    return Texts.object(get("api/v1/rejections?" + query));
  }

  private String everything() {
    return page("&limit=500").toString() + get("api/v1/activity?limit=500");
  }
}
