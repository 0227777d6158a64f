package diundashboard.channels.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import diundashboard.Beans;
import diundashboard.platform.config.BuildVersions;
import diundashboard.platform.config.ChannelType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of the senders, as a real server receives them. */
class SendersTest {

  private final DestinationServer server = new DestinationServer();
  private final Beans beans = new Beans();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ntfy    | base/updates | /base/         | Authorization | Bearer tk_secret
          gotify  | base         | /base/message  | X-Gotify-Key  | tk_secret
          gotify  | base/        | /base/message  | X-Gotify-Key  | tk_secret
          slack   | services/T/B | /services/T/B  | Authorization | -
          teams   | flow?sig=x   | /flow?sig=x    | Authorization | -
          discord | api/1/x      | /api/1/x       | Authorization | -
          apprise | notify/key   | /notify/key    | Authorization | -
          webhook | hook         | /hook          | webhook-id    | ops-17-42""")
  void requests(String type, String address, String path, String header, String value)
      throws DeliveryException {
    send(type, address);
    assertThat(server.received())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("POST");
              assertThat(request.path()).isEqualTo(path);
              assertThat(request.headers().firstValue("Content-Type")).contains("application/json");
              assertThat(request.headers().firstValue("User-Agent"))
                  .contains("DiunDashboard/" + BuildVersions.application());
              assertThat(request.headers().firstValue(header))
                  .isEqualTo(Optional.ofNullable(value));
            });
  }

  @Test
  void librariesOfStandardWebhooksVerifyTheSignature() throws Exception {
    var message = message("webhook", "hook");
    beans
        .get(WebhookSender.class)
        .send(
            new Message(
                message.id(),
                Instant.now(),
                message.channel(),
                message.page(),
                message.digest(),
                false));
    var request = server.received().get(0);
    new Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").verify(request.body(), request.headers());
  }

  /** The example of the specification and of its libraries. */
  @Test
  void signaturesAreThoseOfTheSpecification() {
    var headers =
        WebhookSignature.headers(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    assertThat(headers)
        .isEqualTo(
            Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  private void send(String type, String address) throws DeliveryException {
    sender(type).send(message(type, address));
  }

  private Message message(String type, String address) {
    var channel =
        TestMessages.channel(
            ChannelType.valueOf(type.toUpperCase(Locale.ROOT)),
            server.uri(address).toString(),
            Locale.ENGLISH);
    return TestMessages.message(channel, TestMessages.everything());
  }

  private MessageSender sender(String type) {
    var senders =
        List.of(
            beans.get(NtfySender.class),
            beans.get(GotifySender.class),
            beans.get(SlackSender.class),
            beans.get(TeamsSender.class),
            beans.get(DiscordSender.class),
            beans.get(AppriseSender.class),
            beans.get(WebhookSender.class));
    return senders.stream()
        .filter(each -> each.type().name().equalsIgnoreCase(type))
        .findFirst()
        .orElseThrow();
  }
}
