package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import diundashboard.channels.digest.Digest;
import diundashboard.channels.digest.Digest.SilentHost;
import diundashboard.platform.config.ChannelType;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail as a mail server receives it, and errors of mail servers. */
class MailSenderTest {

  private static final Map<String, String> ACCEPTING =
      Map.of(
          "EHLO", "250 test",
          "MAIL", "250 ok",
          "RCPT", "250 ok",
          "DATA", "354 go on",
          ".", "250 ok",
          "QUIT", "221 bye",
          "RSET", "250 ok");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void inEnglish() throws Exception {
    MailSender.send(message(Locale.ENGLISH, TestMessages.everything()), session());
    Snapshots.check("mail-en.eml", received());
  }

  @Test
  void inGerman() throws Exception {
    MailSender.send(message(Locale.GERMAN, TestMessages.everything()), session());
    Snapshots.check("mail-de.eml", received());
  }

  @Test
  void aTestWithoutThePage() throws Exception {
    var message = TestMessages.withoutPage(message(Locale.ENGLISH, TestMessages.everything()));
    MailSender.send(TestMessages.test(message), session());
    Snapshots.check("mail-test.eml", received());
  }

  @Test
  void namesInSubjectsCannotAddHeaders() throws Exception {
    var silent = List.of(new SilentHost(TestMessages.HOSTILE, TestMessages.TUESDAY));
    var digest = new Digest(List.of(), 0, 0, Optional.empty(), silent, Optional.empty(), List.of());
    MailSender.send(message(Locale.ENGLISH, digest), session());
    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject())
        .isEqualTo(
            "Diun on @everyone <!channel> *_`~|[x](http://evil.example) Bcc: eve@evil.example {0} 'q' <b>\"&amp; is silent");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(2);
  }

  @Test
  void withoutAConnectionTheMailIsNotTaken() {
    assertThat(failure(session(1)))
        .isEqualTo(
            new Failure(
                "No connection to the mail server. Check its address, port and TLS.", true));
  }

  @Test
  void theUserAndPasswordAreThoseOfTheSession() throws DeliveryException {
    server.setUser("ann", "right");
    MailSender.send(message(Locale.ENGLISH, Digest.EMPTY), session("ann", "right"));
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void aSessionCanHaveAnAuthenticator() throws DeliveryException {
    server.setUser("ann", "right");
    var properties = properties(port());
    properties.put("mail.smtp.auth", "true");
    var session = Session.getInstance(properties, authenticator("ann", "right"));
    MailSender.send(message(Locale.ENGLISH, Digest.EMPTY), session);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void withoutAPasswordThereIsNoAuthentication() throws DeliveryException {
    MailSender.send(message(Locale.ENGLISH, Digest.EMPTY), session("", ""));
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void aWrongPasswordIsARefusal() {
    server.setUser("ann", "right");
    assertThat(failure(session("ann", "wrong")))
        .isEqualTo(
            new Failure(
                "The mail server refused the user or the password of the mail session.", true));
  }

  @Test
  void nothingIsSentWithoutStartTls() {
    var properties = properties(port());
    properties.put("mail.smtp.starttls.enable", "true");
    assertThat(failure(MailSession.hardened(Session.getInstance(properties))))
        .isEqualTo(
            new Failure(
                "No connection to the mail server. Check its address, port and TLS.", true));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void theMailServerSaysWhyItRefusesARecipient() {
    assertThat(failureAfter("RCPT", "550 5.1.1 No such user"))
        .isEqualTo(
            new Failure("The mail server refused the message: 550 5.1.1 No such user", true));
  }

  @Test
  void theMailServerSaysWhyItRefusesAMail() {
    assertThat(failureAfter(".", "554 5.7.1 Spam"))
        .isEqualTo(new Failure("The mail server refused the message: 554 5.7.1 Spam", true));
  }

  @Test
  void aMailServerThatDoesNotConfirmMayHaveTheMail() {
    assertThat(failureAfter(".", null))
        .isEqualTo(new Failure("The mail server did not confirm the message.", false));
  }

  @Test
  void aMailServerThatDoesNotSayGoodbyeHasTheMail() throws DeliveryException {
    try (var smtp = new SmtpServer(answers("QUIT", null))) {
      MailSender.send(message(Locale.ENGLISH, Digest.EMPTY), session(smtp.port()));
    }
  }

  private record Failure(String sentence, boolean isRefused) {}

  private static Failure failureAfter(String command, String answer) {
    try (var smtp = new SmtpServer(answers(command, answer))) {
      return failure(session(smtp.port()));
    }
  }

  private static Map<String, String> answers(String command, String answer) {
    var answers = new HashMap<>(ACCEPTING);
    if (answer == null) answers.remove(command);
    else answers.put(command, answer);
    return answers;
  }

  private static Failure failure(Session session) {
    var message = message(Locale.ENGLISH, TestMessages.everything());
    var e = catchThrowableOfType(DeliveryException.class, () -> MailSender.send(message, session));
    return new Failure(e.getMessage(), e.isRefused());
  }

  private static Message message(Locale language, Digest digest) {
    return TestMessages.message(TestMessages.channel(ChannelType.MAIL, "", language), digest);
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private Session session() {
    return session(port());
  }

  private static Session session(int port) {
    return Session.getInstance(properties(port));
  }

  private Session session(String user, String password) {
    var properties = properties(port());
    properties.put("mail.smtp.user", user);
    properties.put("mail.smtp.password", password);
    return MailSession.hardened(Session.getInstance(properties));
  }

  private static Properties properties(int port) {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(port));
    properties.put("mail.from", "diun@example.org");
    return properties;
  }

  private static Authenticator authenticator(String user, String password) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, password);
      }
    };
  }

  /** Returns the mail without what the mail server adds, and with a fixed boundary of its parts. */
  private String received() throws Exception {
    server.waitForIncomingEmail(2);
    var mail = server.getReceivedMessages()[0];
    var text = new ByteArrayOutputStream();
    mail.writeTo(text, new String[] {"Return-Path", "Received"});
    return text.toString(UTF_8).replaceAll("----=_Part_[\\d_.]+", "boundary").replace("\r\n", "\n");
  }
}
