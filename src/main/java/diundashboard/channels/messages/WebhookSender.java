package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.config.ChannelType;
import diundashboard.platform.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Sends messages as JSON to programs, signed if there is a secret. */
@ApplicationScoped
public class WebhookSender implements MessageSender {

  @Inject private HttpDelivery http;

  @Override
  public ChannelType type() {
    return ChannelType.WEBHOOK;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    var channel = message.channel();
    var body = WebhookBody.of(message).toString().getBytes(UTF_8);
    var headers =
        channel
            .secret()
            .map(Secret::value)
            .map(secret -> WebhookSignature.headers(secret, message.id(), message.at(), body))
            .orElse(Map.of("webhook-id", message.id()));
    http.post(channel.url().orElseThrow(), body, headers);
  }
}
