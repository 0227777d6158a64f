package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.channels.messages.Content.Line;
import diundashboard.platform.config.ChannelType;
import diundashboard.platform.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Sends messages to <a href="https://docs.ntfy.sh/publish/#publish-as-json">ntfy</a>: as JSON,
 * because its headers are limited in length and characters. The last part of the address is the
 * topic.
 */
@ApplicationScoped
public class NtfySender implements MessageSender {

  /** ntfy turns longer texts into attachments. */
  private static final int MAX_BYTES = 4096;

  private static final int MAX_ACTIONS = 3;

  /** From 1. */
  private static final List<String> PRIORITIES = List.of("min", "low", "default", "high", "max");

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.NTFY;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    var channel = message.channel();
    var token = channel.token().map(Secret::value);
    var address = channel.url().orElseThrow();
    http.post(
        address.resolve("."),
        json(message, topic(address)),
        token.map(value -> Map.of("Authorization", "Bearer " + value)).orElse(Map.of()));
  }

  private static String topic(URI address) {
    var path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static JsonObject json(Message message, String topic) {
    var content =
        new Words(message)
            .content(each -> PlainText.withoutLinks(each).getBytes(UTF_8).length <= MAX_BYTES);
    var json =
        Json.createObjectBuilder()
            .add("topic", topic)
            .add("title", content.title())
            .add("message", PlainText.withoutLinks(content))
            .add("tags", Json.createArrayBuilder().add(tag(message)))
            .add("actions", actions(content));
    message
        .channel()
        .priority()
        .ifPresent(value -> json.add("priority", PRIORITIES.indexOf(value) + 1));
    content.link().ifPresent(link -> json.add("click", link.toASCIIString()));
    return json.build();
  }

  /** ntfy shows these names as emoji. */
  private static String tag(Message message) {
    return message.digest().updateCount() > 0 || message.isTest() ? "package" : "warning";
  }

  private static JsonArrayBuilder actions(Content content) {
    var actions = Json.createArrayBuilder();
    content.lines().stream()
        .filter(line -> line.notes().isPresent())
        .limit(MAX_ACTIONS)
        .map(NtfySender::action)
        .forEach(actions::add);
    return actions;
  }

  private static JsonObjectBuilder action(Line line) {
    return Json.createObjectBuilder()
        .add("action", "view")
        .add("label", line.text())
        .add("url", line.notes().orElseThrow().target().toASCIIString());
  }
}
