package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.channels.messages.Content.Line;
import diundashboard.platform.config.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends messages to the webhook of a workflow of <a
 * href="https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook">Microsoft
 * Teams</a>, as an Adaptive Card. Its text runs have no markup, so that names need no escaping.
 */
@ApplicationScoped
public class TeamsSender implements MessageSender {

  /** Teams rejects messages of more than 28 KB. */
  private static final int MAX_BYTES = 25_000;

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.TEAMS;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    http.post(message.channel().url().orElseThrow(), json(message), Map.of());
  }

  static JsonObject json(Message message) {
    return json(
        new Words(message)
            .content(each -> json(each).toString().getBytes(UTF_8).length <= MAX_BYTES));
  }

  private static JsonObject json(Content content) {
    var attachment =
        Json.createObjectBuilder()
            .add("contentType", "application/vnd.microsoft.card.adaptive")
            .add("content", card(content));
    return Json.createObjectBuilder()
        .add("type", "message")
        .add("attachments", Json.createArrayBuilder().add(attachment))
        .build();
  }

  private static JsonObjectBuilder card(Content content) {
    var title = run(content.title(), content.link()).add("weight", "Bolder").add("size", "Medium");
    var body = Json.createArrayBuilder().add(block(Stream.of(title)));
    content.lines().stream().map(TeamsSender::runs).map(TeamsSender::block).forEach(body::add);
    return Json.createObjectBuilder()
        .add("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
        .add("type", "AdaptiveCard")
        .add("version", "1.4")
        .add("msteams", Json.createObjectBuilder().add("width", "Full"))
        .add("body", body);
  }

  private static JsonObjectBuilder block(Stream<JsonObjectBuilder> runs) {
    var inlines = Json.createArrayBuilder();
    runs.forEach(inlines::add);
    return Json.createObjectBuilder().add("type", "RichTextBlock").add("inlines", inlines);
  }

  private static Stream<JsonObjectBuilder> runs(Line line) {
    return Stream.of(
            Optional.of("• ").filter(bullet -> line.isItem()).map(TeamsSender::run),
            Optional.of(run(line.text(), line.link())),
            line.notes().map(notes -> run(" · ")),
            line.notes().map(notes -> run(notes.text(), Optional.of(notes.target()))))
        .flatMap(Optional::stream);
  }

  private static JsonObjectBuilder run(String text) {
    return run(text, Optional.empty());
  }

  private static JsonObjectBuilder run(String text, Optional<URI> link) {
    var run = Json.createObjectBuilder().add("type", "TextRun").add("text", text);
    link.map(TeamsSender::open).ifPresent(action -> run.add("selectAction", action));
    return run;
  }

  private static JsonObjectBuilder open(URI target) {
    return Json.createObjectBuilder()
        .add("type", "Action.OpenUrl")
        .add("url", target.toASCIIString());
  }
}
