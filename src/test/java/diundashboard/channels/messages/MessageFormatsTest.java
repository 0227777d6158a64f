package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.ChannelType;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each type of destination gets. */
class MessageFormatsTest {

  enum Format {
    WEBHOOK(WebhookBody::of),
    NTFY(message -> NtfySender.json(message, "updates")),
    GOTIFY(GotifySender::json),
    SLACK(SlackSender::json),
    TEAMS(TeamsSender::json),
    DISCORD(DiscordSender::json),
    APPRISE(AppriseSender::json);

    @SuppressWarnings("ImmutableEnumChecker") // the functions are
    private final Function<Message, JsonObject> json;

    Format(Function<Message, JsonObject> json) {
      this.json = json;
    }

    private Message message(Locale language) {
      var channel =
          TestMessages.channel(ChannelType.valueOf(name()), "https://a.example/", language);
      return TestMessages.message(channel, TestMessages.everything());
    }

    private String file(String variant) {
      return name().toLowerCase(Locale.ROOT) + "-" + variant + ".json";
    }
  }

  @ParameterizedTest
  @EnumSource
  void inEnglish(Format format) {
    Snapshots.check(format.file("en"), format.json.apply(format.message(Locale.ENGLISH)));
  }

  @ParameterizedTest
  @EnumSource
  void inGerman(Format format) {
    Snapshots.check(format.file("de"), format.json.apply(format.message(Locale.GERMAN)));
  }

  @ParameterizedTest
  @EnumSource
  void aTestWithoutThePage(Format format) {
    var message = TestMessages.withoutPage(format.message(Locale.ENGLISH));
    Snapshots.check(format.file("test"), format.json.apply(TestMessages.test(message)));
  }

  @ParameterizedTest
  @MethodSource("longMessages")
  void limitsOfNtfy(Message message) {
    var text = NtfySender.json(message, "updates").getString("message");
    assertThat(text.getBytes(UTF_8).length).isBetween(3400, 4096);
    assertThat(text).endsWith(" more");
  }

  @ParameterizedTest
  @MethodSource("longMessages")
  void limitsOfDiscord(Message message) {
    var embed = DiscordSender.json(message).getJsonArray("embeds").getJsonObject(0);
    assertThat(embed.getString("title").length()).isLessThanOrEqualTo(256);
    assertThat(embed.getString("description").length()).isBetween(2500, 4096);
  }

  @Test
  void limitOfTitlesOfDiscord() {
    var update = TestMessages.hostileUpdates().updates().subList(0, 1);
    var message = TestMessages.of(TestMessages.ofUpdates(update, 1), Locale.ENGLISH);
    var embed = DiscordSender.json(message).getJsonArray("embeds").getJsonObject(0);
    assertThat(embed.getString("title").length()).isBetween(200, 256);
  }

  @ParameterizedTest
  @MethodSource("longMessages")
  void limitsOfSlack(Message message) {
    var blocks = SlackSender.json(message).getJsonArray("blocks");
    assertThat(blocks).hasSizeBetween(5, 50);
    assertThat(blocks.getValuesAs(JsonObject.class))
        .allSatisfy(
            block ->
                assertThat(block.getJsonObject("text").getString("text").length())
                    .isBetween(1, 3000));
  }

  @ParameterizedTest
  @MethodSource("longMessages")
  void limitsOfTeams(Message message) {
    assertThat(TeamsSender.json(message).toString().getBytes(UTF_8).length)
        .isBetween(10_000, 28_000);
  }

  @ParameterizedTest
  @MethodSource("longMessages")
  void limitsOfApprise(Message message) {
    assertThat(AppriseSender.json(message).getString("body").length()).isBetween(900, 2000);
  }

  private static Stream<Message> longMessages() {
    return Stream.of(TestMessages.manyUpdates(), TestMessages.hostileUpdates())
        .map(digest -> TestMessages.of(digest, Locale.ENGLISH));
  }
}
