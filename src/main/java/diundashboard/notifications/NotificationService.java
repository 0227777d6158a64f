package diundashboard.notifications;

import diundashboard.settings.Reopen;
import diundashboard.settings.Settings;
import diundashboard.updates.UpdateDao;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;

/** Takes notifications. Each is written with a single statement, so none needs a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NotificationService {

  private static final Logger LOG = System.getLogger(NotificationService.class.getName());

  @Inject private Settings settings;
  @Inject private UpdateDao updates;
  @Inject private TestNotificationDao tests;

  /**
   * Keeps a notification; when this returns, it is committed.
   *
   * @throws InvalidNotificationException if the body is no notification
   */
  public void receive(String body) {
    var notification = Notification.parse(body);
    var now = Instant.now();
    if (notification.isTest()) {
      keepTest(notification, now);
    } else {
      var sameDigestStaysDone = settings.reopen() == Reopen.NEW_DIGEST;
      updates.upsert(notification.image(), notification.event(), body, now, sameDigestStaysDone);
    }
  }

  /** When a test was last received, for each host, the newest first. */
  public List<TestNotification> tests() {
    return tests.list();
  }

  private void keepTest(Notification notification, Instant now) {
    var test =
        new TestNotification(
            notification.event().hostname(), notification.event().diunVersion(), now);
    tests.upsert(test);
    LOG.log(
        Level.INFO,
        "Test notification received from host {0}, Diun {1}",
        printable(test.hostname()),
        printable(test.diunVersion()));
  }

  /** Keeps whoever sends from writing lines of their own into the log. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
