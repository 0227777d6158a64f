package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.holds.ImageHoldService;
import diundashboard.images.Image;
import diundashboard.images.SnoozeEnd;
import diundashboard.platform.config.Settings;
import diundashboard.platform.config.TestSettings;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New digests that are held back. */
@OnBothDatabases
class HoldsTest {

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

  private Database database;
  private Beans beans;
  private NotificationService notifications;
  private ActionService actions;
  private Instant now = start;

  @BeforeEach
  void create(Database database) {
    use(database, Map.of("DIUN_HOLD", "2d"));
  }

  private void use(Database other, Map<String, String> settings) {
    database = other;
    beans =
        new Beans().with(Database.class, database).with(Settings.class, TestSettings.of(settings));
    notifications = beans.get(NotificationService.class);
    actions = beans.get(ActionService.class);
  }

  @Test
  void aNewDigestIsHeldFromItsFirstReport() {
    receive("nginx:1.2", 1);
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 held for 48 h");
    assertThat(image("nginx:1.2")).isEqualTo("snoozed for 48 h");
    receive("nginx:1.2", 2);
    assertThat(rows()).containsExactly("nginx:1.2 held for 48 h from 2 s");
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void repeatsInOneGroupDoNotRestartTheHold() {
    now = now.plusSeconds(1);
    var first = pending("nginx:1.2", 1);
    now = now.plusSeconds(1);
    notifications.storeGroup(List.of(first, pending("nginx:1.2", 1), pending("redis:7", 1)));
    assertThat(rows()).containsExactly("nginx:1.2 held for 48 h", "redis:7 held for 48 h from 1 s");
  }

  @Test
  void theHoldDependsOnTheKind() {
    use(database, Map.of("DIUN_HOLD", "minor:2d,major:14d"));
    receive("nginx:1.2", 1);
    done("nginx:1.2");
    receive("nginx:1.3", 1);
    receive("nginx:2.0", 1);
    receive("nginx:1.2", 2);
    assertThat(rows())
        .containsExactly(
            "nginx:1.2 pending",
            "nginx:1.3 held for 48 h from 1 s",
            "nginx:2.0 held for 336 h from 2 s");
  }

  @Test
  void theHoldOfATagWins() {
    receive("old:1", 1);
    tag("slow", "7d", "image", "*slow*");
    tag("fast", "none", "image", "*fast*");
    tag("plain", null, "image", "*plain*");
    for (var image : List.of("fast:1", "plain:1", "slow:1", "untagged:1")) receive(image, 1);
    assertThat(rows())
        .containsExactly(
            "fast:1 pending",
            "old:1 held for 48 h",
            "plain:1 held for 48 h from 2 s",
            "slow:1 held for 168 h from 3 s",
            "untagged:1 held for 48 h from 4 s");
    use(database, Map.of());
    receive("slow:1", 2);
    receive("plain:1", 2);
    assertThat(rows().subList(2, 4))
        .containsExactly("plain:1 pending", "slow:1 held for 168 h from 5 s");
  }

  @Test
  void theHoldOfAnImageWins() {
    tag("slow", "7d", "image", "*slow*");
    hold("slow:1", "1d");
    hold("never:1", "none");
    for (var image : List.of("never:2", "slow:2", "slower:2")) receive(image, 1);
    use(database, Map.of());
    hold("other:1", "3d");
    hold("slow:1", null);
    for (var image : List.of("other:2", "plain:2", "slow:3")) receive(image, 1);
    assertThat(rows())
        .containsExactly(
            "never:2 pending",
            "other:2 held for 72 h from 3 s",
            "plain:2 pending",
            "slow:2 held for 24 h from 1 s",
            "slow:3 held for 168 h from 5 s",
            "slower:2 held for 168 h from 2 s");
  }

  private void hold(String image, String time) {
    beans.get(ImageHoldService.class).set(Image.parse(image), Optional.ofNullable(time));
  }

  @Test
  void theHoldOfAnImageNeedsNoOther() {
    use(database, Map.of());
    hold("nginx:1", "2d");
    for (var image : List.of("nginx:2", "redis:1")) receive(image, 1);
    assertThat(rows()).containsExactly("nginx:2 held for 48 h", "redis:1 pending");
  }

  @Test
  void withoutASettingNothingIsHeldAndASettingHoldsOnlyWhatIsNew() {
    use(database, Map.of());
    receive("nginx:1.2", 1);
    use(database, Map.of("DIUN_HOLD", "2d"));
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 pending");
    receive("redis:7", 1);
    use(database, Map.of());
    receive("redis:7", 1);
    assertThat(rows()).containsExactly("nginx:1.2 pending", "redis:7 held for 48 h from 2 s");
  }

  @Test
  void aHoldThatIsOverAtOnceIsNone() {
    now = start.minus(Duration.ofDays(3));
    receive("nginx:1.2", 1);
    now = start;
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 pending");
  }

  @Test
  void itEndsInTime() {
    receive("nginx:1.2", 1);
    expire();
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 pending");
    assertThat(image("nginx:1.2")).isEqualTo("pending");
    assertThat(log())
        .containsExactly("notified nginx:1.2", "woken nginx:1.2", "notified nginx:1.2");
    assertThat(opened()).isEqualTo(1);
  }

  @Test
  void aUserEndsItForThatDigest() {
    receive("nginx:1.2", 1);
    reopen("nginx:1.2");
    done("nginx:1.2");
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 pending");
    receive("redis:7", 1);
    var action = reopen("redis:7");
    actions.undo(ActionType.REOPENING, action);
    receive("redis:7", 1);
    assertThat(rows()).containsExactly("nginx:1.2 pending", "redis:7 held for 48 h from 2 s");
  }

  @Test
  void aUsersSnoozeAndMuteStay() {
    receive("nginx:1.2", 1);
    perform(ActionType.SNOOZE, new SnoozeEnd(start.plusSeconds(36_000)), "nginx:1.2");
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 snoozed for 10 h");
    perform(ActionType.MUTE, null, "nginx:1.2");
    receive("nginx:1.2", 2);
    assertThat(rows()).containsExactly("nginx:1.2 muted");
  }

  @Test
  void markedAsDoneARepeatIsHeldForTheRest() {
    receive("nginx:1.2", 1);
    done("nginx:1.2");
    receive("nginx:1.2", 1);
    assertThat(rows()).containsExactly("nginx:1.2 held for 48 h");
  }

  @Test
  void aHeldTagSupersedesOlderOnesWhenItsHoldEnds() {
    receiveOld("nginx:1.2");
    receive("nginx:1.3", 1);
    receiveOld("nginx:1.1");
    assertThat(rows())
        .containsExactly(
            "nginx:1.1 done by superseded", "nginx:1.2 pending", "nginx:1.3 held for 48 h");
    expire();
    assertThat(rows())
        .containsExactly(
            "nginx:1.1 done by superseded", "nginx:1.2 done by superseded", "nginx:1.3 pending");
    assertThat(log().subList(3, 6))
        .containsExactly("acknowledged nginx:1.1", "woken nginx:1.3", "acknowledged nginx:1.2");
    assertThat(opened()).isEqualTo(1);
    actions.undo(
        ActionType.ACKNOWLEDGEMENT,
        database.find("SELECT max(id) FROM changes", row -> row.getLong(1)).orElseThrow());
    assertThat(rows().get(1)).isEqualTo("nginx:1.2 pending");
  }

  @Test
  void aUserWhoEndsAHoldSupersedesOlderTagsInTheSameAction() {
    receiveOld("nginx:1.2");
    receive("nginx:1.3", 1);
    var before = rows();
    var action = reopen("nginx:1.3");
    assertThat(rows()).containsExactly("nginx:1.2 done by superseded", "nginx:1.3 pending");
    assertThat(opened()).isEqualTo(1);
    actions.undo(ActionType.REOPENING, action);
    assertThat(rows()).isEqualTo(before);
    assertThat(opened()).isEqualTo(2);
    done("nginx:1.3");
    assertThat(rows()).containsExactly("nginx:1.2 done by superseded", "nginx:1.3 done by ");
  }

  @Test
  void releasedTogetherTheNewestStaysPending() {
    for (var tag : List.of("1.2", "1.4", "1.3")) receive("nginx:" + tag, 1);
    var before = rows();
    var action = perform(ActionType.REOPENING, null, "nginx:1.2", "nginx:1.3", "nginx:1.4");
    assertThat(rows())
        .containsExactly(
            "nginx:1.2 done by superseded", "nginx:1.3 done by superseded", "nginx:1.4 pending");
    actions.undo(ActionType.REOPENING, action);
    assertThat(rows()).isEqualTo(before);
    assertThat(opened()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1})
  void everyActionIsUndoneExactly(long seed) {
    var random = new Random(seed);
    var steps = new ArrayList<String>();
    for (int i = 0; i < 30; i++) {
      var image = "nginx:1." + random.nextInt(3);
      var step = random.nextInt(7);
      steps.add(step + " " + image);
      switch (step) {
        case 0, 1, 2 -> receive(image, random.nextInt(2));
        case 3 -> expire();
        default -> {
          var before = content();
          var type = List.of(ActionType.ACKNOWLEDGEMENT, ActionType.SNOOZE, ActionType.REOPENING);
          var action = perform(type.get(step - 4), SnoozeEnd.NEXT_DIGEST, image);
          if (random.nextBoolean()) break;
          actions.undo(type.get(step - 4), action);
          assertThat(content()).as("%s", steps).isEqualTo(before);
        }
      }
      assertThat(opened())
          .as("%s", steps)
          .isEqualTo(count("SELECT count(*) FROM updates WHERE acknowledged_at IS NULL"));
      assertThat(
              count(
                  """
                  SELECT count(*) FROM occurrences o JOIN updates u ON u.image = o.image
                  WHERE o.state <> u.state OR coalesce(o.snoozed_until, '') <> coalesce(u.snoozed_until, '')"""))
          .as("%s", steps)
          .isZero();
    }
  }

  private long perform(ActionType type, SnoozeEnd until, String... images) {
    var parsed = Stream.of(images).map(Image::parse).toList();
    var selection = new Selection(parsed, null, null, null, null, null);
    return actions.perform(new Action(type, selection, "", until, false)).id();
  }

  private void receive(String image, int digest) {
    now = now.plusSeconds(1);
    notifications.storeGroup(List.of(pending(image, digest)));
  }

  /** Its hold has ended when it arrives. */
  private void receiveOld(String image) {
    var before = now;
    now = start.minus(Duration.ofDays(3));
    receive(image, 1);
    now = before;
  }

  private PendingNotification pending(String image, int digest) {
    var body =
        """
        {"hostname":"nas","status":"new","provider":"docker","image":"%s","digest":"sha256:%d","metadata":{"ctn_names":"web"}}"""
            .formatted(image, digest);
    return new PendingNotification(NotificationParser.parse(body), now, Duration.ofMinutes(1));
  }

  private long done(String image) {
    return perform(ActionType.ACKNOWLEDGEMENT, null, image);
  }

  private long reopen(String image) {
    return perform(ActionType.REOPENING, null, image);
  }

  private void expire() {
    database.change(
        "UPDATE occurrences SET snoozed_until = ? WHERE snoozed_until IS NOT NULL AND hold_from IS NOT NULL",
        start);
    database.change(
        "UPDATE updates SET snoozed_until = ? WHERE image IN (SELECT image FROM occurrences WHERE snoozed_until = ?)",
        start,
        start);
    actions.endDueSnoozes();
  }

  private void tag(String name, String hold, String field, String pattern) {
    database.change("INSERT INTO tags (name, hold) VALUES (?, ?)", name, hold);
    database.change(
        "INSERT INTO tag_rules (tag_id, field, pattern) SELECT id, ?, ? FROM tags WHERE name = ?",
        field,
        pattern,
        name);
  }

  private List<String> rows() {
    return database.list(
        "SELECT image, state, acknowledged_by, snoozed_until, hold_from FROM occurrences ORDER BY image",
        row -> {
          var from = row.getString(5);
          var state =
              switch (row.getString(2)) {
                case "acknowledged" -> "done by " + row.getString(3);
                case "snoozed" ->
                    (from == null ? "snoozed" : "held") + duration(row.getString(4), from);
                default -> row.getString(2);
              };
          return row.getString(1) + " " + state;
        });
  }

  /** The first notification arrives a second after the start. */
  private String duration(String until, String from) {
    var beginning = from == null ? start : Instant.parse(from);
    var time = " for %d h".formatted(Duration.between(beginning, Instant.parse(until)).toHours());
    var wait = from == null ? 0 : Duration.between(start, beginning).toSeconds() - 1;
    return wait == 0 ? time : time + " from %d s".formatted(wait);
  }

  private String image(String image) {
    return database
        .find(
            "SELECT state, snoozed_until FROM updates WHERE image = ?",
            row ->
                row.getString(1)
                    + (row.getString(2) == null
                        ? ""
                        : duration(row.getString(2), start.plusSeconds(1).toString())),
            image)
        .orElseThrow();
  }

  private List<String> content() {
    return Stream.of("occurrences", "updates")
        .flatMap(
            table ->
                database
                    .list(
                        """
                        SELECT image, digest, state, acknowledged_at, acknowledged_by, snoozed_until, pending_since
                        FROM (SELECT image, digest, state, acknowledged_at, acknowledged_by, snoozed_until, %s AS pending_since
                              FROM %s) all_rows ORDER BY image"""
                            .formatted(
                                table.equals("updates") ? "pending_since" : "hold_from", table),
                        row ->
                            "%s %s %s %s %s %s %s"
                                .formatted(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7)))
                    .stream())
        .toList();
  }

  private List<String> log() {
    return database.list(
        "SELECT kind, image FROM activity ORDER BY id",
        row -> row.getString(1) + " " + row.getString(2));
  }

  /** The number of open images according to the log. */
  private long opened() {
    return count("SELECT coalesce(sum(opened), 0) FROM activity");
  }

  private long count(String sql) {
    return database.find(sql, row -> row.getLong(1)).orElseThrow();
  }
}
