package diundashboard.channels;

import diundashboard.channels.messages.DeliveryException;
import diundashboard.channels.messages.Message;
import diundashboard.channels.messages.MessageSender;
import diundashboard.platform.config.ChannelType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A destination that keeps what it accepts. */
final class TestSender implements MessageSender {

  private final List<Message> accepted = new ArrayList<>();
  private final List<String> attempts = new ArrayList<>();
  private DeliveryException failure;

  @Override
  public ChannelType type() {
    return ChannelType.WEBHOOK;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    attempts.add(message.id());
    if (failure != null) throw failure;
    accepted.add(message);
  }

  /** Refuses messages from now on. */
  void refuse(Duration retryAfter) {
    failure =
        new DeliveryException(
            "hooks.example answered 429.", true, Optional.ofNullable(retryAfter), null);
  }

  /** Takes messages from now on, perhaps, but does not answer. */
  void hang() {
    failure =
        new DeliveryException(
            "hooks.example did not answer within 30 s.", false, Optional.empty(), null);
  }

  void recover() {
    failure = null;
  }

  /** Returns the ids of all attempts. */
  List<String> attempts() {
    return attempts;
  }

  /** Returns what was accepted since the last call. */
  List<Message> take() {
    var taken = List.copyOf(accepted);
    accepted.clear();
    return taken;
  }
}
