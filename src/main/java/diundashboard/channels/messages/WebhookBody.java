package diundashboard.channels.messages;

import diundashboard.channels.digest.Digest.FailedRun;
import diundashboard.channels.digest.Digest.Rejections;
import diundashboard.channels.digest.Digest.SilentHost;
import diundashboard.channels.digest.Digest.Update;
import diundashboard.channels.digest.Digest.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A message as JSON for programs: {@code ChannelMessage} in the OpenAPI document. */
final class WebhookBody {

  private final Message message;
  private final PageLinks pages;

  private WebhookBody(Message message) {
    this.message = message;
    pages = PageLinks.of(message);
  }

  static JsonObject of(Message message) {
    return new WebhookBody(message).json();
  }

  private JsonObject json() {
    return Json.createObjectBuilder()
        .add("type", message.isTest() ? "test" : "digest")
        .add("timestamp", text(message.at()))
        .add("data", data())
        .build();
  }

  private JsonObjectBuilder data() {
    var content = new Words(message).content();
    var digest = message.digest();
    return Json.createObjectBuilder()
        .add("channel", message.channel().name())
        .add("title", content.title())
        .add("text", PlainText.withoutLinks(content))
        .add("url", text(content.link()))
        .add("update_count", digest.updateCount())
        .add("major_count", digest.majorCount())
        .add("updates", array(digest.updates(), this::update))
        .add("waiting", optional(digest.waiting(), this::waiting))
        .add("silent_hosts", array(digest.silentHosts(), WebhookBody::silent))
        .add("rejections", optional(digest.rejections(), WebhookBody::rejections))
        .add("failed_runs", array(digest.failedRuns(), WebhookBody::failedRun));
  }

  private JsonObjectBuilder update(Update update) {
    var change = update.change();
    return Json.createObjectBuilder()
        .add("image", update.image())
        .add("name", update.name())
        .add("kind", change.kind().value())
        .add("from", text(change.from()))
        .add("to", text(change.to()))
        .add("hosts", Json.createArrayBuilder(update.hosts()))
        .add("host_count", update.hostCount())
        .add("pending_since", text(update.since()))
        .add("url", text(pages.image(update.image())))
        .add("release_notes", text(update.releaseNotes()));
  }

  private JsonObjectBuilder waiting(Waiting waiting) {
    return Json.createObjectBuilder()
        .add("count", waiting.count())
        .add("major_count", waiting.majorCount())
        .add("days", waiting.days())
        .add("url", text(pages.waiting(waiting.days())));
  }

  private static JsonObjectBuilder silent(SilentHost host) {
    return Json.createObjectBuilder().add("name", host.name()).add("since", text(host.since()));
  }

  private static JsonObjectBuilder rejections(Rejections rejections) {
    return Json.createObjectBuilder()
        .add("count", rejections.count())
        .add("last_address", rejections.lastAddress())
        .add("last_reason", rejections.lastReason());
  }

  private static JsonObjectBuilder failedRun(FailedRun run) {
    return Json.createObjectBuilder()
        .add("host", run.host())
        .add("count", run.count())
        .add("errors", run.errors())
        .add("last_at", text(run.lastAt()));
  }

  private static <T> JsonArrayBuilder array(List<T> all, Function<T, JsonObjectBuilder> json) {
    var array = Json.createArrayBuilder();
    all.stream().map(json).forEach(array::add);
    return array;
  }

  private static <T> JsonValue optional(Optional<T> value, Function<T, JsonObjectBuilder> json) {
    return value.<JsonValue>map(each -> json.apply(each).build()).orElse(JsonValue.NULL);
  }

  private static JsonValue text(Optional<URI> address) {
    return text(address.map(URI::toASCIIString).orElse(null));
  }

  private static JsonValue text(String value) {
    return value == null ? JsonValue.NULL : Json.createValue(value);
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
