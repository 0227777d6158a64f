package diundashboard.channels;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.channels.digest.Digest;
import diundashboard.channels.messages.Message;
import diundashboard.heartbeats.HeartbeatDao;
import diundashboard.heartbeats.HeartbeatSecret;
import diundashboard.heartbeats.Ping;
import diundashboard.heartbeats.RunCounts;
import diundashboard.hosts.SilenceService;
import diundashboard.images.Image;
import diundashboard.intake.NotificationService;
import diundashboard.intake.pings.PingService;
import diundashboard.platform.config.Settings;
import diundashboard.platform.config.TestSettings;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels from what is received to what is sent. */
@OnBothDatabases
class ChannelDispatcherTest {

  private final TestSender sender = new TestSender();

  private Database database;
  private Beans beans;
  private ChannelDispatcher dispatcher;
  private Instant now = Instant.now();

  @BeforeEach
  void create(Database database) {
    this.database = database;
    use(Map.of());
  }

  private void use(Map<String, String> settings) {
    var all =
        new HashMap<>(
            Map.of(
                "DIUN_CHANNELS", "hook",
                "DIUN_CHANNELS_HOOK_TYPE", "webhook",
                "DIUN_CHANNELS_HOOK_URL", "https://hooks.example"));
    all.putAll(settings);
    beans =
        new Beans()
            .with(Database.class, database)
            .with(Settings.class, TestSettings.of(all))
            .with(Metrics.class, new Metrics())
            .with(MessageSenders.class, new MessageSenders(List.of(sender)));
    dispatcher = beans.get(ChannelDispatcher.class);
    round(0);
  }

  @Test
  void whatFollowsWithinAMinuteIsInTheSameMessage() {
    receive("nginx:1.2", "nas");
    round(30);
    receive("redis:7", "nas");
    receive("redis:7", "vps");
    receive("old:1", "nas");
    done("old:1");
    assertThat(sent(0)).isEmpty();
    assertThat(sent(30)).containsExactly("nginx:1.2 new on nas, redis:7 new on nas vps");
    assertThat(sent(3600)).isEmpty();
    assertThat(state().lastSuccessAt()).isNotNull();
    assertThat(state().nextAt()).isNull();
  }

  @Test
  void aChannelBeginsWithTheNewestActivity() {
    receive("nginx:1.2", "nas");
    use(
        Map.of(
            "DIUN_CHANNELS", "hook,second",
            "DIUN_CHANNELS_SECOND_TYPE", "webhook",
            "DIUN_CHANNELS_SECOND_URL", "https://hooks.example"));
    receive("redis:7", "nas");
    assertThat(sent(70))
        .containsExactly("nginx:1.2 new on nas, redis:7 new on nas", "redis:7 new on nas");
  }

  @Test
  void nothingIsSentIfNothingIsLeftToReport() {
    receive("nginx:1.2", "nas");
    done("nginx:1.2");
    assertThat(sent(70)).isEmpty();
    assertThat(state().position()).isEqualTo(newest());
    assertThat(state().lastSuccessAt()).isNull();
  }

  @Test
  void onlyWhatTheFilterFindsIsReported() {
    use(Map.of("DIUN_CHANNELS_HOOK_FILTER", "host:vps"));
    receive("nginx:1.2", "nas");
    assertThat(sent(70)).isEmpty();
    receive("nginx:1.2", "vps");
    assertThat(sent(70)).containsExactly("nginx:1.2 new on vps");
    receive("nginx:1.2", "nas");
    assertThat(sent(70)).isEmpty();
  }

  @Test
  void aDigestThatIsKnownFromAnotherHostIsNotNew() {
    receive("nginx:1.2", "nas");
    assertThat(sent(70)).hasSize(1);
    receive("nginx:1.2", "vps");
    assertThat(sent(70)).isEmpty();
    receive("nginx:1.2", "vps", "sha256:2");
    assertThat(sent(70)).containsExactly("nginx:1.2 new on nas vps");
    done("nginx:1.2");
    receive("nginx:1.2", "vps", "sha256:2");
    assertThat(sent(70)).containsExactly("nginx:1.2 new on vps");
  }

  @Test
  void heldUpdatesAreReportedWhenTheirHoldEnds() {
    use(Map.of("DIUN_HOLD", "2d"));
    receive("nginx:1.2", "nas");
    assertThat(sent(70)).isEmpty();
    database.change("UPDATE occurrences SET snoozed_until = ?", now.minusSeconds(3600));
    beans.get(ActionService.class).endDueSnoozes();
    assertThat(sent(70)).containsExactly("nginx:1.2 new on nas");
  }

  @Test
  void afterARefusalTheNextMessageHasTheNewestState() {
    receive("nginx:1.2", "nas");
    sender.refuse(null);
    assertThat(sent(70)).isEmpty();
    receive("redis:7", "nas");
    assertThat(state())
        .extracting(ChannelState::failures, ChannelState::lastFailure, ChannelState::lastSuccessAt)
        .containsExactly(1, "hooks.example answered 429.", null);
    assertThat(Duration.between(now, state().nextAt()).toSeconds()).isBetween(23L, 36L);
    round(40);
    assertThat(state().failures()).isEqualTo(2);
    sender.recover();
    assertThat(sent(20)).isEmpty();
    assertThat(sent(60)).containsExactly("nginx:1.2 new on nas, redis:7 new on nas");
    var ids = sender.attempts();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(0)).isNotEqualTo(ids.get(2));
    assertThat(state())
        .extracting(ChannelState::failures, ChannelState::lastFailure, ChannelState::lastFailureAt)
        .containsExactly(0, null, null);
  }

  @Test
  void theDestinationDecidesWhenToRetry() {
    receive("nginx:1.2", "nas");
    sender.refuse(Duration.ofHours(2));
    round(70);
    sender.recover();
    receive("redis:7", "nas");
    assertThat(sent(7190)).isEmpty();
    assertThat(sent(20)).hasSize(1);
  }

  @Test
  void aMessageThatMayHaveBeenSentIsRepeatedWithTheSameId() {
    receive("nginx:1.2", "nas");
    sender.hang();
    round(70);
    receive("redis:7", "nas");
    round(40);
    sender.recover();
    assertThat(sent(80)).containsExactly("nginx:1.2 new on nas");
    assertThat(sent(1)).containsExactly("redis:7 new on nas");
    var ids = sender.attempts();
    assertThat(ids).hasSize(4);
    assertThat(ids.subList(0, 3)).containsOnly(ids.get(0));
    assertThat(ids.get(0)).matches("hook-[0-9]+-[0-9]+-[0-9a-z]+").isNotEqualTo(ids.get(3));
  }

  @Test
  void oneServerSendsAndIfItDiesAnotherRepeatsTheMessage() {
    receive("nginx:1.2", "nas");
    now = now.plusSeconds(60);
    dispatcher.due(now);
    var channels = beans.get(ChannelDao.class);
    var dead =
        channels.claim("hook", now, now.plus(ChannelDispatcher.LEASE), newest()).orElseThrow();
    receive("redis:7", "nas");
    assertThat(sent(80)).isEmpty();
    assertThat(sent(20)).containsExactly("nginx:1.2 new on nas");
    assertThat(sender.attempts()).containsExactly(dead.messageId());
    channels.accept(dead, now, Optional.empty());
    assertThat(sent(60)).containsExactly("redis:7 new on nas");
  }

  @Test
  void aScheduleCollectsUntilItsTime() {
    use(Map.of("DIUN_CHANNELS_HOOK_SCHEDULE", "hourly"));
    round(1);
    var due = state().nextAt();
    receive("nginx:1.2", "nas");
    now = due.minusSeconds(1);
    assertThat(sent(0)).isEmpty();
    assertThat(sent(1)).containsExactly("nginx:1.2 new on nas");
    assertThat(state().nextAt()).isEqualTo(due.plusSeconds(3600));
    assertThat(sent(3600)).isEmpty();
    assertThat(state().nextAt()).isEqualTo(due.plusSeconds(7200));
  }

  @Test
  void updatesThatWaitAreReportedWhenTheyBeginTo() {
    use(Map.of("DIUN_CHANNELS_HOOK_SCHEDULE", "hourly", "DIUN_CHANNELS_HOOK_REMIND", "7d"));
    receive("nginx:1.2", "nas");
    receive("redis:7", "nas");
    waitingSince("nginx:1.2", now.minus(Duration.ofDays(30)));
    waitingSince("redis:7", now.minus(Duration.ofDays(7)).plus(Duration.ofMinutes(210)));
    assertThat(sent(3600))
        .containsExactly("nginx:1.2 new on nas, redis:7 new on nas, 1 waits for 7 days");
    assertThat(sent(3600)).isEmpty();
    assertThat(sent(3600)).isEmpty();
    var ids = sender.attempts();
    assertThat(sent(3600)).containsExactly("2 wait for 7 days");
    assertThat(sent(3600)).isEmpty();
    assertThat(ids).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aChannelWithoutUpdatesRemindsOfNone() {
    use(
        Map.of(
            "DIUN_CHANNELS_HOOK_SCHEDULE", "hourly",
            "DIUN_CHANNELS_HOOK_REMIND", "7d",
            "DIUN_CHANNELS_HOOK_EVENTS", "failed-runs"));
    receive("redis:7", "nas");
    waitingSince("redis:7", now.minus(Duration.ofDays(7)).plusSeconds(10));
    assertThat(sent(3600)).isEmpty();
  }

  @Test
  void aChannelThatSendsAtOnceRemindsAtFullHours() {
    use(Map.of("DIUN_CHANNELS_HOOK_REMIND", "7d"));
    receive("redis:7", "nas");
    assertThat(sent(70)).containsExactly("redis:7 new on nas");
    waitingSince("redis:7", now.minus(Duration.ofDays(7)).plusSeconds(10));
    assertThat(sent(3600)).containsExactly("1 waits for 7 days");
    assertThat(state().nextAt().atZone(ZoneOffset.UTC).getMinute()).isZero();
  }

  @Test
  void hostsAndSendersThatFailAreReported() {
    use(Map.of("DIUN_CHANNELS_HOOK_EVENTS", "silent,rejected,failed-runs"));
    var heartbeats = beans.get(HeartbeatDao.class);
    heartbeats.create("nas", HeartbeatSecret.hashOf("uuid"), now, "");
    var pings = beans.get(PingService.class);
    pings.store("uuid", new Ping(Ping.Kind.START, RunCounts.UNKNOWN));
    pings.store("uuid", new Ping(Ping.Kind.FAIL, RunCounts.UNKNOWN));
    pings.store("uuid", new Ping(Ping.Kind.END, new RunCounts(9, 0, 0, 7, 0, 2)));
    pings.store("uuid", new Ping(Ping.Kind.END, new RunCounts(9, 0, 0, 9, 0, 0)));
    receive("nginx:1.2", "old-box");
    receive("nginx:1.2", "old-nas");
    database.change(
        "UPDATE hosts SET display_name = 'Cellar', last_seen_at = '2026-01-01T00:00:00.000Z' WHERE hostname LIKE 'old%'");
    var silences = beans.get(SilenceService.class);
    var silent = silences.find();
    silent.forEach(silences::log);
    silent.forEach(silences::log); // another server
    database.change("UPDATE hosts SET last_seen_at = ? WHERE hostname = 'old-nas'", now);
    assertThat(sent(70))
        .containsExactly(
            "Cellar is silent since 2026-01-01T00:00:00Z, nas failed 2 runs, 2 errors");
    assertThat(silences.find()).isEmpty();
    assertThat(sent(70)).isEmpty();
    assertThat(log("host_silent", "run_failed"))
        .containsExactly(
            "run_failed nas ",
            "run_failed nas 2",
            "host_silent old-box 2026-01-01T00:00:00.000Z",
            "host_silent old-nas 2026-01-01T00:00:00.000Z");
  }

  @Test
  void thePositionMovesOverWhatIsNotReported() {
    for (int i = 0; i < ChannelDispatcher.STEP; i++) {
      database.change("INSERT INTO activity (at, kind) VALUES (?, 'noted')", now);
    }
    assertThat(state().position()).isZero();
    round(1);
    assertThat(state().position()).isEqualTo(newest());
  }

  /** Lets time pass, and returns what was sent then. */
  private List<String> sent(int seconds) {
    round(seconds);
    return sender.take().stream().map(ChannelDispatcherTest::text).toList();
  }

  private void round(int seconds) {
    now = now.plusSeconds(seconds);
    dispatcher.due(now);
    dispatcher.due(now).forEach(channel -> dispatcher.deliver(channel, now));
  }

  private static String text(Message message) {
    var digest = message.digest();
    var parts = new ArrayList<String>();
    digest.updates().forEach(each -> parts.add(text(each)));
    digest
        .waiting()
        .ifPresent(
            each ->
                parts.add(
                    "%d %s for %d days"
                        .formatted(
                            each.count(), each.count() == 1 ? "waits" : "wait", each.days())));
    digest
        .silentHosts()
        .forEach(each -> parts.add("%s is silent since %s".formatted(each.name(), each.since())));
    digest
        .failedRuns()
        .forEach(
            each ->
                parts.add(
                    "%s failed %d runs, %d errors"
                        .formatted(each.host(), each.count(), each.errors())));
    assertThat(digest.updateCount()).isEqualTo(digest.updates().size());
    return String.join(", ", parts);
  }

  private static String text(Digest.Update update) {
    return "%s %s on %s"
        .formatted(
            Image.ofKey(update.image()).shortName() + ":" + Image.ofKey(update.image()).tag(),
            update.change().kind().value(),
            update.hosts().stream().collect(joining(" ")));
  }

  private void receive(String image, String host) {
    receive(image, host, "sha256:1");
  }

  /** Received now. The time of the test is never behind. */
  private void receive(String image, String host, String digest) {
    beans
        .get(NotificationService.class)
        .receive(
            """
            {"hostname":"%s","status":"new","provider":"docker","image":"%s","digest":"%s","metadata":{"ctn_names":"web"}}"""
                .formatted(host, image, digest));
    if (now.isBefore(Instant.now())) now = Instant.now();
  }

  private void done(String image) {
    var selection =
        new Selection(Stream.of(image).map(Image::parse).toList(), null, null, null, null, null);
    beans
        .get(ActionService.class)
        .perform(new Action(ActionType.ACKNOWLEDGEMENT, selection, "", null, false));
  }

  private void waitingSince(String image, Instant since) {
    database.change(
        "UPDATE updates SET pending_since = ? WHERE image = ?", since, Image.parse(image).key());
  }

  private long newest() {
    return database.find("SELECT max(id) FROM activity", row -> row.getLong(1)).orElseThrow();
  }

  private ChannelState state() {
    return beans.get(ChannelDao.class).states().get("hook");
  }

  private List<String> log(String... kinds) {
    return database.list(
        "SELECT kind, hostname, note FROM activity WHERE kind IN (?...) ORDER BY id",
        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
        List.of(kinds));
  }
}
