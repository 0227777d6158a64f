package diundashboard.channels.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The mail session of the server, by its JNDI name. */
final class MailSession {

  private static final String NAME = "mail/diun";

  /** Milliseconds. Without limits, a mail server that hangs would never be an error. */
  private static final String CONNECT_TIMEOUT = "10000";

  /** For each answer. Mail servers can search for spam before they confirm a mail. */
  private static final String TIMEOUT = "60000";

  private MailSession() {}

  /**
   * Returns the session. It is looked up for each message, because servers without one can have
   * channels of other types.
   */
  @SuppressWarnings("BanJNDI") // the name is constant
  static Session lookUp() throws DeliveryException {
    try {
      return hardened((Session) new InitialContext().lookup(NAME));
    } catch (NamingException e) {
      throw DeliveryException.refused(
          "The server has no mail session " + NAME + ". docs/channels.md says how to add it.", e);
    }
  }

  /** Adds time limits. If the session uses STARTTLS, nothing is sent without it. */
  static Session hardened(Session session) {
    var properties = session.getProperties();
    for (var prefix : List.of("mail.smtp.", "mail.smtps.")) {
      properties.putIfAbsent(prefix + "connectiontimeout", CONNECT_TIMEOUT);
      properties.putIfAbsent(prefix + "timeout", TIMEOUT);
      properties.putIfAbsent(prefix + "writetimeout", TIMEOUT);
      properties.putIfAbsent(prefix + "ssl.checkserveridentity", "true");
      if ("true".equals(session.getProperty(prefix + "starttls.enable"))) {
        properties.put(prefix + "starttls.required", "true");
      }
    }
    return session;
  }

  /**
   * Returns a connection to the mail server. The scripts in {@code server-config} set user and
   * password as properties, which are empty if there are none. Other sessions have an authenticator
   * instead.
   */
  static Transport connect(Session session) throws MessagingException {
    var transport = session.getTransport();
    var password = session.getProperty("mail.smtp.password");
    if (password == null || password.isEmpty()) transport.connect();
    else transport.connect(session.getProperty("mail.smtp.user"), password);
    return transport;
  }
}
