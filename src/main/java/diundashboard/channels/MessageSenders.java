package diundashboard.channels;

import diundashboard.channels.messages.DeliveryException;
import diundashboard.channels.messages.Message;
import diundashboard.channels.messages.MessageSender;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The senders of all types of channels. */
@Dependent
class MessageSenders {

  private final Iterable<MessageSender> senders;

  @Inject
  MessageSenders(@Any Instance<MessageSender> senders) {
    this((Iterable<MessageSender>) senders);
  }

  MessageSenders(Iterable<MessageSender> senders) {
    this.senders = senders;
  }

  /**
   * Sends a message and waits until the destination has accepted it.
   *
   * @throws DeliveryException if it has not
   */
  void send(Message message) throws DeliveryException {
    for (var sender : senders) {
      if (sender.type() == message.channel().type()) {
        sender.send(message);
        return;
      }
    }
    throw new IllegalStateException("No sender for " + message.channel().type());
  }
}
