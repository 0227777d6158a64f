package diundashboard.channels.messages;

import diundashboard.channels.messages.Content.Line;
import diundashboard.platform.config.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends messages to an <a
 * href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">incoming webhook
 * of Slack</a>, or to chat servers that accept its format.
 */
@ApplicationScoped
public class SlackSender implements MessageSender {

  private static final int MAX_SECTION = 3000;
  private static final int MAX_BLOCKS = 50;

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.SLACK;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    http.post(message.channel().url().orElseThrow(), json(message), Map.of());
  }

  static JsonObject json(Message message) {
    var content = new Words(message).content(each -> sections(each.lines()).size() < MAX_BLOCKS);
    var blocks = Json.createArrayBuilder().add(section("*" + title(content) + "*"));
    sections(content.lines()).stream().map(SlackSender::section).forEach(blocks::add);
    return Json.createObjectBuilder()
        .add("text", escaped(content.title()))
        .add("blocks", blocks)
        .build();
  }

  private static String title(Content content) {
    return content.link().map(link -> link(content.title(), link)).orElse(escaped(content.title()));
  }

  /** Distributes the lines over as few sections as their limit allows. */
  private static List<String> sections(List<Line> lines) {
    var sections = new ArrayList<String>();
    var section = new StringBuilder();
    for (var line : lines) {
      var text = of(line).length() > MAX_SECTION ? escaped(line.text()) : of(line);
      if (section.length() + 1 + text.length() > MAX_SECTION) {
        sections.add(section.toString());
        section.setLength(0);
      }
      section.append(section.isEmpty() ? "" : "\n").append(text);
    }
    if (!section.isEmpty()) sections.add(section.toString());
    return sections;
  }

  private static String of(Line line) {
    var text = line.link().map(target -> link(line.text(), target)).orElse(escaped(line.text()));
    var notes = line.notes().map(each -> " · " + link(each.text(), each.target())).orElse("");
    return (line.isItem() ? "• " : "") + text + notes;
  }

  private static JsonObjectBuilder section(String text) {
    return Json.createObjectBuilder()
        .add("type", "section")
        .add(
            "text",
            Json.createObjectBuilder()
                .add("type", "mrkdwn")
                .add("text", text)
                .add("verbatim", true));
  }

  private static String link(String text, URI target) {
    return "<" + escaped(target.toASCIIString()) + "|" + escaped(text) + ">";
  }

  /** The characters that begin links and mentions. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
