package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Date;
import java.util.TimeZone;

/** A message as mail, with a text and an HTML part. */
final class MailMessage extends MimeMessage {

  private final String id;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static MimeMessage of(Message message, Session session) throws MessagingException {
    var words = new Words(message);
    var content = words.content();
    var channel = message.channel();
    var host = message.page().map(URI::getHost).orElse("diun-dashboard.localhost");
    var mail = new MailMessage(session, "<" + message.id() + "@" + host + ">");
    mail.setFrom(sender(session));
    mail.setRecipients(RecipientType.TO, String.join(",", channel.to()));
    mail.setSubject(content.title(), UTF_8.name());
    mail.setHeader("Date", date(message));
    mail.setHeader("List-Id", "<" + channel.name() + "." + host + ">");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Content-Language", channel.language().getLanguage());
    mail.setContent(
        new MimeMultipart(
            "alternative",
            part(text(content, words.footer()), "plain"),
            part(Html.of(content, channel.language(), words.footer()), "html")));
    mail.saveChanges();
    return mail;
  }

  /** The sender of the session, with the name of the application. */
  private static InternetAddress sender(Session session) throws MessagingException {
    var sender = InternetAddress.getLocalAddress(session);
    if (sender == null) throw new MessagingException("The mail session has no sender");
    try {
      if (sender.getPersonal() == null) sender.setPersonal("DiunDashboard");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return sender;
  }

  private static String date(Message message) {
    var format = new MailDateFormat();
    format.setTimeZone(TimeZone.getTimeZone(message.channel().zone()));
    return format.format(Date.from(message.at()));
  }

  private static String text(Content content, String footer) {
    return PlainText.of(content) + "\n\n-- \n" + footer + "\n";
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  /** The same for each attempt to send the message. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
