package diundashboard.heartbeats;

import static diundashboard.heartbeats.Ping.Kind.END;
import static diundashboard.heartbeats.Ping.Kind.FAIL;
import static diundashboard.heartbeats.Ping.Kind.START;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.heartbeats.HeartbeatDao.RecordedPing;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class HeartbeatDaoTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RunCounts COUNTS = new RunCounts(41, 2, 1, 37, 0, 1);

  private Database database;
  private HeartbeatDao heartbeats;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    heartbeats = new HeartbeatDao(database);
    heartbeats.create("nas", "hash", NOW, "anna");
  }

  @Test
  void aHostHasOneHeartbeat() {
    assertThat(heartbeats.create("nas", "other", NOW, "anna")).isEmpty();
    var id = heartbeats.list().get(0).id();
    assertThat(heartbeats.list())
        .containsExactly(new Heartbeat(id, "nas", NOW, "anna", null, null, null));
    assertThat(nas()).isEqualTo(new HostHeartbeat(id, NOW, null, null, null, null, List.of()));
    assertThat(nas().assess(NOW)).isEmpty();
  }

  @Test
  void aRunBeginsAndEnds() {
    ping(START, 0);
    assertThat(nas().runs()).containsExactly(started(0));
    ping(END, 5);
    ping(START, 60);
    ping(END, 62);
    assertThat(nas())
        .isEqualTo(
            new HostHeartbeat(
                heartbeats.list().get(0).id(),
                NOW,
                at(60),
                at(62),
                null,
                57 * 60L,
                List.of(ended(0, 5), ended(60, 62))));
  }

  @Test
  void pingsInAnyOrderMakeSense() {
    ping(END, 0); // an end without a start
    ping(END, 10);
    ping(FAIL, 11); // Diun stops between runs
    ping(START, 20);
    ping(START, 30); // the run before never ended
    ping(FAIL, 31);
    ping(START, 40);
    ping(END, 40 + 24 * 60 + 1); // the end of another run
    assertThat(nas().runs())
        .containsExactly(
            ended(null, 0),
            ended(null, 10),
            started(20),
            failed(30, 31),
            started(40),
            ended(null, 40 + 24 * 60 + 1));
    assertThat(nas().lastFailedAt()).isEqualTo(at(31));
  }

  @Test
  void aRunHasFailedIfDiunStopsDuringItOrItHasErrors() {
    assertThat(hasFailed(START, RunCounts.UNKNOWN)).isFalse();
    assertThat(hasFailed(END, RunCounts.UNKNOWN)).isFalse();
    assertThat(hasFailed(END, new RunCounts(9, 0, 0, 9, 0, 0))).isFalse();
    assertThat(hasFailed(END, COUNTS)).isTrue();
    assertThat(hasFailed(FAIL, RunCounts.UNKNOWN)).isFalse(); // Diun stops between runs
    assertThat(hasFailed(START, RunCounts.UNKNOWN)).isFalse();
    assertThat(hasFailed(FAIL, RunCounts.UNKNOWN)).isTrue();
  }

  private boolean hasFailed(Ping.Kind kind, RunCounts counts) {
    return heartbeats.recordPing("hash", new Ping(kind, counts), NOW).orElseThrow().hasFailed();
  }

  @Test
  void theLastRunsAreKept() {
    for (int i = 0; i < 65; i++) ping(END, i);
    heartbeats.create("vps", "hash of vps", NOW, "anna");
    heartbeats.recordPing("hash of vps", new Ping(END, COUNTS), NOW);
    assertThat(nas().runs()).hasSize(60).startsWith(ended(null, 5)).endsWith(ended(null, 64));
    assertThat(heartbeats.pings().values()).containsExactlyInAnyOrder(65L, 1L);
  }

  @Test
  void anUnknownHashIsNoPing() {
    assertThat(heartbeats.recordPing("other", new Ping(END, COUNTS), NOW)).isEmpty();
    assertThat(heartbeats.delete(heartbeats.list().get(0).id())).isPresent();
    assertThat(heartbeats.recordPing("hash", new Ping(END, COUNTS), NOW)).isEmpty();
  }

  @Test
  void runsAreDeletedWithTheirHeartbeat() {
    ping(END, 0);
    heartbeats.delete(heartbeats.list().get(0).id());
    assertThat(database.list("SELECT id FROM heartbeat_runs", row -> row.getInt(1))).isEmpty();
  }

  /** A recreated container may have another hostname, and the same settings. */
  @Test
  void ofMergedHostsTheLastPingedHeartbeatCounts() {
    heartbeats.create("old", "hash of old", NOW, "anna");
    heartbeats.create("other", "hash of other", at(100), "anna");
    heartbeats.recordPing("hash of old", new Ping(END, COUNTS), at(200));
    ping(END, 150);
    var canonicals = Map.of("nas", "nas", "old", "nas", "other", "nas");
    assertThat(heartbeats.ofHosts(canonicals).get("nas").runs()).containsExactly(ended(null, 200));
    assertThat(heartbeats.ofHosts(Map.of("vps", "vps"))).isEmpty();
  }

  private HostHeartbeat nas() {
    return heartbeats.ofHosts(Map.of("nas", "nas")).get("nas");
  }

  private void ping(Ping.Kind kind, int minute) {
    var counts = kind == END ? COUNTS : RunCounts.UNKNOWN;
    assertThat(heartbeats.recordPing("hash", new Ping(kind, counts), at(minute)))
        .map(RecordedPing::hostname)
        .contains("nas");
  }

  private static Run started(int minute) {
    return new Run(at(minute), null, null, null, null, null, null, null, false);
  }

  private static Run failed(int start, int end) {
    return new Run(at(start), at(end), null, null, null, null, null, null, true);
  }

  private static Run ended(Integer start, int end) {
    return new Run(start == null ? null : at(start), at(end), 41, 2, 1, 37, 0, 1, false);
  }

  private static Instant at(int minute) {
    return NOW.plus(Duration.ofMinutes(minute));
  }
}
