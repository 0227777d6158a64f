package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import diundashboard.Payloads;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages of channels, from notifications of Diun to what the destinations receive. */
@ServerDependent
class ChannelsIT {

  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

  private static final List<String> TEN =
      IntStream.range(0, 10).mapToObj(number -> "registry.lan/channels/app" + number).toList();

  private static final List<String> REFUSED = List.of("answers-500", "answers-429", "answers-302");

  private static final String LATE = "registry.lan/channels/late";

  @Test
  void notificationsOfAMinuteAreOneMessage() throws Exception {
    var data = Installation.folder("channels");
    var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    try (var sink = MessageSink.start();
        var server = AppServer.start(data, allSettings(sink, post));
        var database = sqlite(data)) {
      assertTests(server, sink);
      var start = Instant.now();
      notifyOf(server, TEN);
      await().until(() -> channels(server).stream().noneMatch(each -> each.isNull("next_at")));
      assertThat(channels(server))
          .allSatisfy(
              each ->
                  assertThat(time(each, "next_at"))
                      .isBetween(start.plusSeconds(60), Instant.now().plusSeconds(60)));

      sendNow(database);
      var first = sink.await("hook", 2);
      first.verify(KEY);
      assertThat(first.body())
          .contains(TEN)
          .contains(
              "\"https://diun.example/dash/?q=image%3A%22registry.lan%2Fchannels%2Fapp0%22\"");
      assertNtfy(sink.await("", 1).body());
      assertThat(post.waitForIncomingEmail(10_000, 1)).isTrue();
      assertMail(post.getReceivedMessages()[0]);
      assertRefusals(server);

      sink.accept();
      notifyOf(server, List.of(LATE));
      await().until(() -> !channel(server, "hook").isNull("next_at"));
      sendNow(database);
      var second = sink.await("hook", 3);
      assertThat(second.body()).contains(LATE).doesNotContain(TEN);
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(sink.await("answers-429", 2).body()).contains(TEN).contains(LATE);
      assertThat(sink.await("answers-302", 2).body()).contains(TEN).contains(LATE);
      // The destination may have taken the message that it answered with 500.
      var repeated = sink.await("answers-500", 3);
      assertThat(repeated.body()).contains(TEN).doesNotContain(LATE);
      assertThat(repeated.id()).isEqualTo(sink.messages("answers-500").get(1).id());
      await().until(() -> Collections.disjoint(failing(server), REFUSED));
      assertThat(sink.messages("elsewhere")).isEmpty();
      assertThat(server.log()).doesNotContain(KEY, sink.url(""));
      server.kill(); // it is still sending to the path that hangs
    } finally {
      post.stop();
    }
  }

  private static void assertNtfy(String body) {
    var message = Texts.object(body);
    assertThat(message.getString("topic")).isEqualTo("topic");
    assertThat(message.getString("title")).isEqualTo("10 new updates");
    assertThat(message.getString("message")).contains("app0", "app9");
    assertThat(message.getString("click")).isEqualTo("https://diun.example/dash/");
  }

  private static void assertMail(MimeMessage mail) throws Exception {
    assertThat(mail.getSubject()).isEqualTo("10 new updates");
    assertThat(mail.getAllRecipients()[0]).hasToString("ada@example.org");
    assertThat(mail.getFrom()[0]).hasToString("DiunDashboard <diun@example.org>");
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("app0", "app9", "https://diun.example/dash/");
  }

  private static Map<String, String> allSettings(MessageSink sink, GreenMail post) {
    var settings = settings(sink, "hook", "answers-500", "answers-429", "answers-302", "hang");
    settings.merge("DIUN_CHANNELS", ",topic,letters", String::concat);
    settings.put("DIUN_CHANNELS_TOPIC_TYPE", "ntfy");
    settings.put("DIUN_CHANNELS_TOPIC_URL", sink.url("topic"));
    settings.put("DIUN_CHANNELS_LETTERS_TYPE", "mail");
    settings.put("DIUN_CHANNELS_LETTERS_TO", "ada@example.org");
    settings.put("DIUN_MAIL_HOST", "127.0.0.1");
    settings.put("DIUN_MAIL_PORT", String.valueOf(post.getSmtp().getPort()));
    settings.put("DIUN_MAIL_FROM", "diun@example.org");
    return settings;
  }

  private static void assertRefusals(AppServer server) {
    await().until(() -> failing(server).containsAll(REFUSED));
    assertRefusal(server, "answers-500", "127.0.0.1 answered with status 500.", 24);
    assertRefusal(server, "answers-429", "127.0.0.1 answered with status 429.", 3000);
    assertRefusal(
        server,
        "answers-302",
        "127.0.0.1 redirects to another address. Redirects are not followed: set the final address.",
        24);
  }

  /**
   * @param least seconds until the next attempt
   */
  private static void assertRefusal(AppServer server, String name, String reason, int least) {
    var channel = channel(server, name);
    assertThat(channel.getString("last_failure")).isEqualTo(reason);
    assertThat(channel.isNull("last_success_at")).isTrue();
    var pause = Duration.between(time(channel, "last_failure_at"), time(channel, "next_at"));
    assertThat(pause).isBetween(Duration.ofSeconds(least), Duration.ofSeconds(least * 3L / 2));
  }

  private static List<String> failing(AppServer server) {
    return channels(server).stream()
        .filter(channel -> channel.getInt("failures") > 0)
        .map(channel -> channel.getString("name"))
        .toList();
  }

  private static void assertTests(AppServer server, MessageSink sink) {
    assertThat(test(server, "hook").statusCode()).isEqualTo(204);
    assertThat(sink.messages("hook")).hasSize(1);
    var refused = test(server, "answers-500");
    assertThat(refused.statusCode()).isEqualTo(502);
    assertThat(Texts.member(refused.body(), "detail"))
        .isEqualTo("The test message was not accepted: 127.0.0.1 answered with status 500.");
  }

  private static HttpResponse<String> test(AppServer server, String name) {
    return server.send("POST", "api/v1/channels/" + name + "/test", null);
  }

  /** The message of the killed server may have arrived, so it is sent again as it was. */
  @Test
  @FaultTest
  void afterAKillTheMessageIsRepeatedWithItsId() throws Exception {
    var data = Installation.folder("channels-kill");
    try (var sink = MessageSink.start();
        var database = sqlite(data)) {
      var settings = settings(sink, "hang");
      var killed = AppServer.start(data, settings);
      notifyOf(killed, TEN);
      await().until(() -> !channel(killed, "hang").isNull("next_at"));
      sendNow(database);
      var first = sink.await("hang", 1);
      notifyOf(killed, List.of(LATE));
      killed.kill();
      sink.accept();
      try (var server = AppServer.start(data, settings)) {
        var second = sink.await("hang", 2);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).contains(TEN).doesNotContain(LATE);
        var third = sink.await("hang", 3);
        assertThat(third.id()).isNotEqualTo(first.id());
        assertThat(third.body()).contains(LATE).doesNotContain(TEN);
        await().until(() -> channel(server, "hang").isNull("next_at"));
        assertThat(sink.messages("hang")).hasSize(3);
      }
    }
  }

  @Test
  @FaultTest
  void oneOfTwoServersSendsEachMessage() throws Exception {
    try (var postgres = Postgres.start();
        var sink = MessageSink.start()) {
      var settings = new HashMap<>(settings(sink, "hook"));
      settings.putAll(postgres.settings());
      try (var one = AppServer.start(Installation.folder("channels-one"), settings);
          var two = AppServer.start(Installation.folder("channels-two"), settings);
          var database = postgres.connect()) {
        for (var image : TEN) {
          notifyOf(one, List.of(image));
          await().until(() -> !channel(two, "hook").isNull("next_at"));
          sendNow(database);
          await().until(() -> channel(two, "hook").isNull("next_at"));
        }
        assertThat(sink.messages("hook")).hasSize(TEN.size());
        var images = new ArrayList<String>();
        for (var message : sink.messages("hook")) {
          TEN.stream().filter(message.body()::contains).forEach(images::add);
        }
        assertThat(images).isEqualTo(TEN);
      }
    }
  }

  /** Channels of which each sends to the path of its name. */
  private static Map<String, String> settings(MessageSink sink, String... names) {
    var settings = new HashMap<String, String>();
    settings.put("DIUN_URL", "https://diun.example/dash/");
    settings.put("DIUN_CHANNELS", String.join(",", names));
    for (var name : names) {
      var prefix = "DIUN_CHANNELS_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
      settings.put(prefix + "_TYPE", "webhook");
      settings.put(prefix + "_URL", sink.url(name));
      settings.put(prefix + "_SECRET", KEY);
    }
    return settings;
  }

  private static void notifyOf(AppServer server, List<String> images) {
    for (var image : images) {
      assertThat(server.notify(Payloads.of(image)).statusCode()).isEqualTo(200);
    }
  }

  private static Connection sqlite(Path data) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + data.resolve("diun.db") + "?busy_timeout=5000");
  }

  /** Ends the wait for further updates, or for the next attempt. */
  private static void sendNow(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.executeUpdate("UPDATE channels SET next_at = '2026-01-01T00:00:00.000Z'");
    }
  }

  private static JsonObject channel(AppServer server, String name) {
    return channels(server).stream()
        .filter(each -> each.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> channels(AppServer server) {
    try (var reader = Json.createReader(new StringReader(server.get("api/v1/channels").body()))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  private static Instant time(JsonObject channel, String member) {
    return Instant.parse(channel.getString(member));
  }
}
