package diundashboard.channels.messages;

import diundashboard.platform.config.ChannelType;

/** Sends messages to one type of destination. Implementations are CDI beans. */
public interface MessageSender {

  ChannelType type();

  /**
   * Sends a message and waits until the destination has accepted it.
   *
   * @throws DeliveryException if it has not
   */
  void send(Message message) throws DeliveryException;
}
