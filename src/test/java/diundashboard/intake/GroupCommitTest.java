package diundashboard.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.Payloads;
import diundashboard.platform.database.DatabaseUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final List<String> attempts = new ArrayList<>();
  private final List<PendingNotification> queued = new ArrayList<>();

  @Test
  void aGroupIsOneTransaction() {
    var group = pending("a", "b", "c");
    commit(each -> {}).store(group);
    group.forEach(PendingNotification::await);
    assertThat(attempts).containsExactly("a b c");
  }

  @Test
  void aNotificationThatCannotBeStoredDoesNotAffectOthers() {
    var group = pending("a", "bad", "c");
    commit(
            each -> {
              if (imageOf(each).equals("bad")) throw new IllegalStateException("bad");
            })
        .store(group);
    assertThat(attempts).containsExactly("a bad c", "a", "bad", "c");
    group.get(0).await();
    assertThatThrownBy(group.get(1)::await).hasMessage("bad");
    group.get(2).await();
    assertThat(queued).isEmpty();
  }

  @Test
  void aNotificationWhoseRequestStoppedWaitingIsNotStored() {
    var group = pending("a", "b");
    var late = pending("late", Duration.ZERO);
    assertThatThrownBy(late::await).isInstanceOf(DatabaseUnavailableException.class);
    commit(each -> {}).store(Stream.concat(group.stream(), Stream.of(late)).toList());
    assertThat(attempts).containsExactly("a b");
  }

  @Test
  void aRequestThatStopsWaitingBeforeTheCommitRollsBack() {
    var late = pending("late", Duration.ZERO);
    var other = pending("other", Duration.ofMinutes(1));
    commit(
            each -> {
              if (each == late) assertThatThrownBy(late::await).isNotNull();
            })
        .store(List.of(other, late));
    assertThat(attempts).containsExactly("other late", "other");
    other.await();
  }

  @Test
  void aRequestWaitsForTheEndOfACommit() {
    var group = pending("a", Duration.ZERO);
    new GroupCommit(
            each -> {
              PendingNotification.beginCommit(each);
              assertThat(each).noneMatch(PendingNotification::isWaiting);
            },
            queued::add)
        .store(List.of(group));
    group.await();
  }

  /** The outcome is unknown, and a second attempt could store the notifications twice. */
  @Test
  void aFailedCommitIsNotTriedAgain() {
    var group = pending("a", "b");
    new GroupCommit(
            each -> {
              attempt(each);
              PendingNotification.beginCommit(each);
              throw new IllegalStateException("connection lost");
            },
            queued::add)
        .store(group);
    assertThat(attempts).containsExactly("a b");
    assertThat(group)
        .allSatisfy(each -> assertThatThrownBy(each::await).hasMessage("connection lost"));
  }

  @Test
  void digestOnlyReferencesAndTestsGoAlone() {
    var goingAlone =
        Stream.of(
                Payloads.of("app:1"),
                Payloads.of("app:1@sha256:" + "a".repeat(64)),
                Payloads.of("app@sha256:" + "a".repeat(64)),
                Payloads.read("02-file-notif-test"))
            .map(NotificationParser::parse)
            .map(each -> new PendingNotification(each, Instant.now(), Duration.ZERO))
            .collect(
                groupingBy(
                    PendingNotification::goesAlone, mapping(GroupCommitTest::imageOf, toList())));
    assertThat(goingAlone.get(true))
        .containsExactly("app@sha256:" + "a".repeat(64), "docker.io/diun/testnotif:latest");
    assertThat(goingAlone.get(false)).containsExactly("app:1", "app:1");
  }

  private GroupCommit commit(Consumer<PendingNotification> store) {
    return new GroupCommit(
        group -> {
          attempt(group);
          group.forEach(store);
          PendingNotification.beginCommit(group);
        },
        queued::add);
  }

  private void attempt(List<PendingNotification> group) {
    attempts.add(String.join(" ", group.stream().map(GroupCommitTest::imageOf).toList()));
  }

  private static String imageOf(PendingNotification pending) {
    return pending.notification().image().key();
  }

  private static List<PendingNotification> pending(String... images) {
    return Stream.of(images).map(image -> pending(image, Duration.ofMinutes(1))).toList();
  }

  private static PendingNotification pending(String image, Duration limit) {
    var notification = NotificationParser.parse(Payloads.of(image));
    return new PendingNotification(notification, Instant.now(), limit);
  }
}
