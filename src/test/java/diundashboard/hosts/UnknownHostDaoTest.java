package diundashboard.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.activity.ActivityDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnknownHostDaoTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private UnknownHostDao unknownHosts;
  private HostDao hosts;

  @BeforeEach
  void create(Database database) {
    unknownHosts = new UnknownHostDao(database);
    hosts = new HostDao(database, new HostHistory(database, new ActivityDao(database)));
  }

  @Test
  void namesAreCountedAndTheLastAskedForIsTheFirst() {
    unknownHosts.record("nass", NOW);
    unknownHosts.record("<img src=x>'; --", NOW.plusSeconds(1));
    unknownHosts.record("nass", NOW.plusSeconds(2));
    assertThat(unknownHosts.list())
        .containsExactly(
            new UnknownHost("nass", NOW, NOW.plusSeconds(2), 2, null),
            new UnknownHost("<img src=x>'; --", NOW.plusSeconds(1), NOW.plusSeconds(1), 1, null));
  }

  @Test
  void theLast20AreKept() {
    unknownHosts.record("first", NOW);
    for (int i = 1; i <= 20; i++) unknownHosts.record("host" + i, NOW.plusSeconds(i));
    unknownHosts.record("host2", NOW.plusSeconds(30));
    unknownHosts.record("last", NOW.plusSeconds(31));
    var expected = IntStream.rangeClosed(3, 20).map(i -> 23 - i).mapToObj(i -> "host" + i).toList();
    assertThat(unknownHosts.list())
        .extracting(UnknownHost::name)
        .hasSize(20)
        .startsWith("last", "host2")
        .endsWith(expected.toArray(String[]::new));
  }

  @Test
  void theFirst200CharactersOfANameAreKept() {
    unknownHosts.record("x".repeat(5000), NOW);
    unknownHosts.record("x".repeat(201), NOW);
    assertThat(unknownHosts.list())
        .containsExactly(new UnknownHost("x".repeat(200), NOW, NOW, 2, null));
  }

  @Test
  void textsThatPostgresqlCannotStoreAreReplaced() {
    unknownHosts.record("a\0b\ud800", NOW);
    assertThat(unknownHosts.list()).extracting(UnknownHost::name).containsExactly("a\ufffdb\ufffd");
  }

  @Test
  void aHostThatReportsIsKnownForGood(Database database) {
    unknownHosts.record("NAS", NOW);
    unknownHosts.record("vps", NOW);
    hosts.recordContact("nas", "", NOW);
    assertThat(unknownHosts.list()).extracting(UnknownHost::name).containsExactly("vps");
    database.change("DELETE FROM hosts");
    assertThat(unknownHosts.list()).extracting(UnknownHost::name).containsExactly("vps");
  }

  @Test
  void aDisplayNameIsKnown() {
    hosts.recordContact("nas", "", NOW);
    unknownHosts.record("Basement", NOW);
    hosts.rename("nas", "basement");
    assertThat(unknownHosts.list()).isEmpty();
    hosts.rename("nas", "");
    assertThat(unknownHosts.list()).extracting(UnknownHost::name).containsExactly("Basement");
  }

  @Test
  void aNameIsDeletedOnce() {
    unknownHosts.record("nass", NOW);
    unknownHosts.record("vpss", NOW);
    assertThat(unknownHosts.delete("nass")).isTrue();
    assertThat(unknownHosts.delete("nass")).isFalse();
    assertThat(unknownHosts.list()).extracting(UnknownHost::name).containsExactly("vpss");
  }

  @Test
  void namesAreDeletedAfterTheRetentionPeriod() {
    unknownHosts.record("old", NOW);
    unknownHosts.record("new", NOW.plusSeconds(1));
    assertThat(unknownHosts.hasRowsBefore(NOW)).isFalse();
    assertThat(unknownHosts.hasRowsBefore(NOW.plusSeconds(1))).isTrue();
    assertThat(unknownHosts.deleteBefore(NOW.plusSeconds(1), 500)).isEqualTo(1);
    assertThat(unknownHosts.list()).extracting(UnknownHost::name).containsExactly("new");
  }
}
