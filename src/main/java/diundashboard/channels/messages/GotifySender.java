package diundashboard.channels.messages;

import diundashboard.platform.config.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Map;

/**
 * Sends messages to <a href="https://gotify.net/docs/pushmsg">Gotify</a>, in Markdown. The setting
 * is the address of the server.
 */
@ApplicationScoped
public class GotifySender implements MessageSender {

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.GOTIFY;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    var channel = message.channel();
    var server = channel.url().orElseThrow().toASCIIString();
    var address = URI.create(server + (server.endsWith("/") ? "message" : "/message"));
    var token = channel.token().orElseThrow().value();
    http.post(address, json(message), Map.of("X-Gotify-Key", token));
  }

  static JsonObject json(Message message) {
    var content = new Words(message).content();
    var json =
        Json.createObjectBuilder()
            .add("title", content.title())
            .add("message", Markdown.of(content))
            .add("extras", extras(content));
    var priority = message.channel().priority();
    priority.ifPresent(value -> json.add("priority", Integer.parseInt(value)));
    return json.build();
  }

  private static JsonObjectBuilder extras(Content content) {
    var extras =
        Json.createObjectBuilder().add("client::display", object("contentType", "text/markdown"));
    content
        .link()
        .map(link -> object("click", object("url", link.toASCIIString())))
        .ifPresent(click -> extras.add("client::notification", click));
    return extras;
  }

  private static JsonObjectBuilder object(String name, String value) {
    return Json.createObjectBuilder().add(name, value);
  }

  private static JsonObjectBuilder object(String name, JsonObjectBuilder value) {
    return Json.createObjectBuilder().add(name, value);
  }
}
