package diundashboard.channels.messages;

import diundashboard.platform.config.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * Sends messages to <a
 * href="https://discord.com/developers/docs/resources/webhook#execute-webhook">Discord</a>, as an
 * embed. Nobody is mentioned.
 */
@ApplicationScoped
public class DiscordSender implements MessageSender {

  /** Half of what Discord allows, because each character can be escaped. */
  private static final int MAX_TITLE = 128;

  private static final int MAX_DESCRIPTION = 4096;

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.DISCORD;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    http.post(message.channel().url().orElseThrow(), json(message), Map.of());
  }

  static JsonObject json(Message message) {
    var content = new Words(message).content(each -> Markdown.of(each).length() <= MAX_DESCRIPTION);
    var embed =
        Json.createObjectBuilder()
            .add("title", Markdown.escaped(DisplayText.abbreviate(content.title(), MAX_TITLE)))
            .add("description", Markdown.of(content));
    content.link().ifPresent(link -> embed.add("url", link.toASCIIString()));
    return Json.createObjectBuilder()
        .add("embeds", Json.createArrayBuilder().add(embed))
        .add("allowed_mentions", Json.createObjectBuilder().add("parse", Json.createArrayBuilder()))
        .build();
  }
}
