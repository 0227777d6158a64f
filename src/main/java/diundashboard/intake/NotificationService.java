package diundashboard.intake;

import diundashboard.actions.Superseder;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.activity.NotificationEntry;
import diundashboard.hosts.HostContact;
import diundashboard.hosts.HostDao;
import diundashboard.images.ReceivedEvent;
import diundashboard.images.UpdateWriter;
import diundashboard.images.UpdateWriter.Stored;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.tags.AutoTagger;
import diundashboard.tags.Tag;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Stores notifications, several in one transaction. */
@Stateless
@RequiresRole(Role.VIEWER)
public class NotificationService {

  private static final Logger LOG = System.getLogger(NotificationService.class.getName());

  @Inject private Settings settings;
  @Inject private UpdateWriter updates;
  @Inject private AutoTagger tagger;
  @Inject private Superseder superseder;
  @Inject private HostDao hosts;
  @Inject private ActivityLog log;
  @Inject private TestNotificationDao tests;

  /**
   * Stores notifications of any hosts. Waits for locks of other transactions only shortly.
   *
   * @param group a single one if it {@linkplain PendingNotification#goesAlone goes alone}
   * @throws NotificationWithdrawnException if a request has stopped waiting; then none is stored
   */
  @Public("webhook secrets authenticate the sender")
  public void storeGroup(List<PendingNotification> group) {
    updates.limitLockWaits();
    store(group);
    PendingNotification.beginCommit(group);
  }

  /**
   * Stores a notification in the caller's transaction.
   *
   * @throws InvalidNotificationException if the body is not a notification
   */
  @RequiresRole(Role.EDITOR)
  public void receive(String body) {
    var notification = NotificationParser.parse(body);
    store(List.of(new PendingNotification(notification, Instant.now(), Duration.ZERO)));
  }

  /** Lists the last test notification of each host, newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<TestNotification> tests() {
    return tests.list();
  }

  private void store(List<PendingNotification> group) {
    var first = group.get(0);
    if (first.notification().isTest()) {
      storeTest(first.event());
    } else {
      storeEvents(group.stream().map(PendingNotification::event).toList());
    }
  }

  private void storeEvents(List<ReceivedEvent> events) {
    var effects = updates.store(events, settings.reopen(), settings.hold());
    var stored = effects.stored();
    for (int i = 0; i < events.size(); i++) {
      var image = events.get(i).occurrence().image();
      stored.get(i).left().forEach(left -> tagger.inherit(image, left.image(), left.isGone()));
    }
    var tags = tagger.tag(events);
    var held = updates.hold(effects, settings.hold(), Instant.now());
    var superseded =
        updates.superseded(held, settings.supersede()).stream().map(superseder::supersede).toList();
    hosts.recordContacts(contactsOf(events));
    var entries = new ArrayList<NotificationEntry>();
    for (int i = 0; i < events.size(); i++) {
      entries.addAll(entriesOf(events.get(i), stored.get(i), Optional.ofNullable(tags.get(i))));
    }
    log.append(entries);
    superseded.forEach(superseder::log);
  }

  private static List<HostContact> contactsOf(List<ReceivedEvent> events) {
    var contacts = new LinkedHashMap<String, HostContact>();
    for (var each : events) {
      var event = each.event();
      var contact = new HostContact(event.hostname(), event.diunVersion(), each.at(), each.at());
      contacts.merge(event.hostname(), contact, HostContact::and);
    }
    return List.copyOf(contacts.values());
  }

  private static List<NotificationEntry> entriesOf(
      ReceivedEvent event, Stored stored, Optional<Tag> tag) {
    var at = event.at();
    var occurrence = event.occurrence();
    var entries = new ArrayList<NotificationEntry>();
    tag.ifPresent(given -> entries.add(NotificationEntry.tagged(at, occurrence, given.name())));
    for (var left : stored.left()) {
      entries.add(NotificationEntry.replaced(at, occurrence, left.image(), left.isClosed()));
    }
    entries.add(NotificationEntry.notified(at, occurrence, stored.isOpened(), event.body()));
    return entries;
  }

  private void storeTest(ReceivedEvent received) {
    var event = received.event();
    var test = new TestNotification(event.hostname(), event.diunVersion(), received.at());
    tests.upsert(test);
    hosts.recordContact(test.hostname(), test.diunVersion(), test.receivedAt());
    log.appendAutomatic(
        Entry.ofHost(test.receivedAt(), ActivityKind.TEST_RECEIVED, test.hostname(), ""));
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
