package diundashboard.channels.messages;

import diundashboard.channels.digest.Digest;
import diundashboard.channels.messages.Content.Line;
import diundashboard.platform.config.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * Sends messages to an <a href="https://github.com/caronc/apprise-api">Apprise</a> server, which
 * passes them on to other services. As plain text, because it does not remove the markup for those
 * that have none.
 */
@ApplicationScoped
public class AppriseSender implements MessageSender {

  /** The shortest limit of common services. */
  private static final int MAX_BODY = 2000;

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.APPRISE;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    http.post(message.channel().url().orElseThrow(), json(message), Map.of());
  }

  static JsonObject json(Message message) {
    var content =
        withoutMentions(
            new Words(message)
                .content(each -> PlainText.of(withoutMentions(each)).length() <= MAX_BODY));
    return Json.createObjectBuilder()
        .add("title", content.title())
        .add("body", PlainText.of(content))
        .add("type", hasFailures(message.digest()) ? "warning" : "info")
        .add("format", "text")
        .build();
  }

  private static Content withoutMentions(Content content) {
    var lines =
        content.lines().stream()
            .map(each -> new Line(each.isItem(), mask(each.text()), each.link(), each.notes()))
            .toList();
    return new Content(mask(content.title()), content.link(), lines);
  }

  /** Inserts an invisible character, so that no service takes an at sign for a mention. */
  private static String mask(String text) {
    return text.replace("@", "@\u200b");
  }

  private static boolean hasFailures(Digest digest) {
    return !digest.silentHosts().isEmpty()
        || digest.rejections().isPresent()
        || !digest.failedRuns().isEmpty();
  }
}
