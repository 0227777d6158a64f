package diundashboard.intake;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.hosts.HostDao;
import diundashboard.images.UpdateWriter;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.tags.AutoTagger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores notifications, each in one transaction. */
@Stateless
@RequiresRole(Role.VIEWER)
public class NotificationService {

  private static final Logger LOG = System.getLogger(NotificationService.class.getName());

  @Inject private Settings settings;
  @Inject private UpdateWriter updates;
  @Inject private AutoTagger tagger;
  @Inject private HostDao hosts;
  @Inject private ActivityLog log;
  @Inject private TestNotificationDao tests;

  /**
   * Stores a notification. It is committed when this returns.
   *
   * @param host the only host that the sender may report for; empty for all hosts
   * @throws InvalidNotificationException if the body is not a notification
   * @throws WrongHostSecretException if it is from another host
   */
  @Public("webhook secrets authenticate the sender")
  public void receive(String body, Optional<String> host) {
    var notification = NotificationParser.parse(body);
    var isOther = host.filter(only -> !only.equals(notification.event().hostname()));
    if (isOther.isPresent()) throw new WrongHostSecretException();
    var now = Instant.now();
    if (notification.isTest()) {
      storeTest(notification, now);
    } else {
      store(notification, now);
    }
  }

  /** Lists the last test notification of each host, newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<TestNotification> tests() {
    return tests.list();
  }

  private void store(Notification notification, Instant now) {
    var image = notification.image();
    var event = notification.event();
    var occurrence = notification.occurrence();
    var stored = updates.store(event, occurrence, notification.body(), now, settings.reopen());
    stored.left().forEach(left -> tagger.inherit(image, left.image(), left.isGone()));
    var tag = tagger.tag(occurrence);
    hosts.recordContact(event.hostname(), event.diunVersion(), now);
    tag.ifPresent(
        given -> log.appendAutomatic(Entry.ofImage(now, ActivityKind.TAGGED, image, given.name())));
    stored.left().forEach(left -> log.replaced(now, occurrence, left.image(), left.isClosed()));
    log.notified(now, occurrence, stored.isOpened(), notification.body());
  }

  private void storeTest(Notification notification, Instant now) {
    var test =
        new TestNotification(
            notification.event().hostname(), notification.event().diunVersion(), now);
    tests.upsert(test);
    hosts.recordContact(test.hostname(), test.diunVersion(), now);
    LOG.log(
        Level.INFO,
        "Test notification received from host {0}, Diun {1}",
        printable(test.hostname()),
        printable(test.diunVersion()));
  }

  /** Prevents log injection: replaces control characters. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
