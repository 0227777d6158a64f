package diundashboard.channels.messages;

import diundashboard.platform.config.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sends mail through the mail session {@code mail/diun} of the server. */
@ApplicationScoped
public class MailSender implements MessageSender {

  /** An error that the mail server answers, such as {@code 550 5.7.1 Relaying denied}. */
  private static final Pattern REPLY = Pattern.compile("[45]\\d\\d\\b[^\\r\\n]*");

  private static final int MAX_REPLY = 120;

  @Override
  public ChannelType type() {
    return ChannelType.MAIL;
  }

  @Override
  public void send(Message message) throws DeliveryException {
    send(message, MailSession.lookUp());
  }

  static void send(Message message, Session session) throws DeliveryException {
    send(mail(message, session), session);
  }

  private static MimeMessage mail(Message message, Session session) throws DeliveryException {
    try {
      return MailMessage.of(message, session);
    } catch (MessagingException e) {
      throw DeliveryException.refused(
          "The mail cannot be written. Check the sender of the mail session.", e);
    }
  }

  private static void send(MimeMessage mail, Session session) throws DeliveryException {
    var isAccepted = false;
    try (var transport = connect(session)) {
      transport.sendMessage(mail, mail.getAllRecipients());
      isAccepted = true;
    } catch (MessagingException e) {
      // A connection that breaks after the message was accepted is no failure.
      if (!isAccepted) throw failure(e);
    }
  }

  private static Transport connect(Session session) throws DeliveryException {
    try {
      return MailSession.connect(session);
    } catch (AuthenticationFailedException e) {
      throw DeliveryException.refused(
          "The mail server refused the user or the password of the mail session.", e);
    } catch (MessagingException e) {
      throw DeliveryException.refused(
          "No connection to the mail server. Check its address, port and TLS.", e);
    }
  }

  private static DeliveryException failure(MessagingException e) {
    return reply(e)
        .map(reply -> DeliveryException.refused("The mail server refused the message: " + reply, e))
        .orElseGet(
            () -> DeliveryException.unconfirmed("The mail server did not confirm the message.", e));
  }

  /** Returns the answer of the mail server, which can be that about a recipient. */
  private static Optional<String> reply(MessagingException failure) {
    return Stream.<Exception>iterate(
            failure,
            each -> each != null,
            each -> each instanceof MessagingException next ? next.getNextException() : null)
        .flatMap(each -> Optional.ofNullable(each.getMessage()).stream())
        .map(REPLY::matcher)
        .filter(matcher -> matcher.lookingAt())
        .map(matcher -> DisplayText.abbreviate(DisplayText.name(matcher.group()), MAX_REPLY))
        .findFirst();
  }
}
