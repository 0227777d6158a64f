package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.ChannelType;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @Test
  void limitsOfNtfy() {
    var text = NtfySender.json(longMessage(), "updates").getString("message");
    assertThat(text.getBytes(UTF_8).length).isBetween(3700, 4096);
    assertThat(text).endsWith(" more");
  }

  @Test
  void limitsOfDiscord() {
    var embed = DiscordSender.json(longMessage()).getJsonArray("embeds").getJsonObject(0);
    assertThat(embed.getString("title").length()).isLessThanOrEqualTo(256);
    assertThat(embed.getString("description").length()).isBetween(3000, 4096);
  }

  @Test
  void limitsOfSlack() {
    var blocks = SlackSender.json(longMessage()).getJsonArray("blocks");
    assertThat(blocks).hasSizeBetween(5, 50);
    assertThat(blocks.getValuesAs(JsonObject.class))
        .allSatisfy(
            block ->
                assertThat(block.getJsonObject("text").getString("text").length())
                    .isLessThanOrEqualTo(3000));
  }

  @Test
  void limitsOfTeams() {
    assertThat(TeamsSender.json(longMessage()).toString().getBytes(UTF_8).length)
        .isBetween(15_000, 28_000);
  }

  @Test
  void limitsOfApprise() {
    assertThat(AppriseSender.json(longMessage()).getString("body").length()).isBetween(1200, 2000);
  }

  private static Message longMessage() {
    return TestMessages.of(TestMessages.manyUpdates(), Locale.ENGLISH);
  }
}
