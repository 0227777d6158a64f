package diundashboard.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images and occurrences that a search by state finds. */
@OnBothDatabases
class InboxFilterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Images a (pending), b (snoozed), c (done) and d (muted), each with places in other states. */
  private static final String ROWS =
      """
      INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at) VALUES
        ('nas', 'nas', '', '', ''), ('vps', 'vps', '', '', '');
      INSERT INTO updates (image, status, received_at, snoozed_until, acknowledged_at, muted_at) VALUES
        ('a', 'new', '', NULL, NULL, NULL), ('b', 'update', '', 'x', NULL, NULL),
        ('c', 'update', '', NULL, 'x', NULL), ('d', 'update', '', NULL, 'x', 'x');
      INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                               received_at, snoozed_until, acknowledged_at, muted_at) VALUES
        ('a', 'nas', 'p', '', '', '', '', '{}', 'a nas p', '', NULL, NULL, NULL),
        ('a', 'nas', 's', '', '', '', '', '{}', 'a nas s', '', 'x', NULL, NULL),
        ('a', 'vps', 'd', '', '', '', '', '{}', 'a vps d', '', NULL, 'x', NULL),
        ('b', 'nas', 's', '', '', '', '', '{}', 'b nas s', '', 'x', NULL, NULL),
        ('b', 'vps', 'm', '', '', '', '', '{}', 'b vps m', '', NULL, NULL, 'x'),
        ('c', 'vps', 'd', '', '', '', '', '{}', 'c vps d', '', NULL, 'x', NULL),
        ('d', 'vps', 'm', '', '', '', '', '{}', 'd vps m', '', NULL, NULL, 'x')""";

  private Database database;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    TestDatabase.run(database, ROWS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|''|a|a nas p",
        "-|is:pending|a|a nas p",
        "-|is:snoozed|a b|a nas s,b nas s",
        "-|is:done|a c|a vps d,c vps d",
        "-|is:muted|b d|b vps m,d vps m",
        "-|IS:Muted host:vps|b d|b vps m,d vps m",
        "-|is:snoozed host:vps|''|''",
        "-|is:snoozed is:new|a|a nas s",
        "-|-is:muted host:vps|a c|a vps d,c vps d",
        "-|-is:pending -is:done -is:muted|a b|a nas s,b nas s",
        "-|is:pending is:done|''|''",
        "PENDING|is:snoozed|''|''",
        "SNOOZED|is:snoozed|b|b nas s",
        "SNOOZED|is:muted|''|''",
        "ALL|is:muted|b d|b vps m,d vps m"
      })
  void aStateInTheSearchReplacesTheDefaultStateOnly(
      UpdateState state, String search, String images, String occurrences) {
    var query = SearchQuery.parse("q", search);
    var given = state == null ? query.stateOr(UpdateState.PENDING) : state;
    var conditions = new InboxFilter(given, query, InboxFilter.zoneOf(query, "UTC")).at(NOW);
    assertThat(found("u.image FROM updates u", conditions.images())).isEqualTo(listOf(images, " "));
    assertThat(
            found(
                "o.search FROM occurrences o JOIN updates u ON u.image = o.image",
                conditions.occurrences()))
        .isEqualTo(listOf(occurrences, ","));
  }

  private List<String> found(String from, Condition condition) {
    return database.list(
        "SELECT %s WHERE %s ORDER BY 1".formatted(from, condition.sql()),
        row -> row.getString(1),
        condition.parameters().toArray());
  }

  private static List<String> listOf(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
  }
}
