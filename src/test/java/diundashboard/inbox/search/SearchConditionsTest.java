package diundashboard.inbox.search;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Dialect;
import diundashboard.platform.database.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What searches find, on both databases. */
class SearchConditionsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final String ROWS =
      """
      INSERT INTO hosts (hostname, display_name, merged_into, canonical, diun_version, first_seen_at, last_seen_at) VALUES
        ('nas', 'Bücherregal', NULL, 'nas', '', '', ''),
        ('old-nas', 'Attic', 'nas', 'nas', '', '', ''),
        ('VPS_1', '', NULL, 'VPS_1', '', '', '');
      INSERT INTO tags (id, name) VALUES (1, 'Média'), (2, '100%');
      INSERT INTO tag_assignments (image, tag_id) VALUES
        ('docker.io/library/nginx:1.29', 1), ('ghcr.io/acme/tool:v2', 2), ('not/there:1', 1);
      INSERT INTO updates (image, registry, name, status, hostname, received_at, pending_since) VALUES
        ('docker.io/library/nginx:1.29', 'docker.io', 'nginx', 'update', 'nas', '', '2026-11-20T22:59:59.999Z'),
        ('ghcr.io/acme/tool:v2', 'ghcr.io', 'tool', 'new', 'VPS_1', '', '2026-11-20T23:00:00.000Z'),
        ('docker.io/library/redis:8', 'docker.io', 'redis', 'update', 'nas', '', '2026-11-01T12:00:00.000Z');
      INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at, acknowledged_at, note) VALUES
        ('docker.io/library/nginx:1.29', 'nas', 'wörker', 'update', 'docker', '', 'Edge', '{"owner":"Zoë","a.b":"x_y"}',
         'docker.io/library/nginx:1.29 nas wörker edge zoë x_y', '', '2026-11-21T00:00:00.000Z', ''),
        ('docker.io/library/nginx:1.29', 'VPS_1', 'web', 'update', 'docker', '', '', '{}',
         'docker.io/library/nginx:1.29 vps_1 web', '', NULL, ''),
        ('ghcr.io/acme/tool:v2', 'VPS_1', '', 'new', 'swarm', '', '', '{"empty":"","nothing":null}',
         'ghcr.io/acme/tool:v2 vps_1', '', NULL, 'Ask Zürich first'),
        ('docker.io/library/redis:8', 'old-nas', 'cache', 'update', 'docker', '', 'edge', '{"owner":"anna%"}',
         'docker.io/library/redis:8 old-nas cache edge anna%', '', NULL, '')""";

  private static final Map<Dialect, Database> DATABASES = new EnumMap<>(Dialect.class);

  @Example
  void wordsMatchAnyPartAndIgnoreCase() {
    assertFound("NGINX", "nginx");
    assertFound("library/", "nginx", "redis");
    assertFound("old-nas", "redis");
    assertFound("bücherregal", "nginx", "redis");
    assertFound("Bücherregal", "nginx", "redis");
    assertFound("média", "nginx");
    assertFound("Média", "nginx");
    assertFound("WÖRKER", "nginx");
    assertFound("zoë", "nginx");
    assertFound("edge cache", "redis");
    assertFound("ask Zürich", "tool");
    assertFound("zürich", "tool");
    assertFound("-FIRST", "nginx", "redis");
    assertFound("attic");
    assertFound("100%", "tool");
    assertFound("%", "redis", "tool");
    assertFound("_", "nginx", "tool");
    assertFound("!");
    assertFound("ngin*");
    assertFound("", "nginx", "redis", "tool");
  }

  @Example
  void keyedValuesMatchAsAWhole() {
    assertFound("image:docker.io/library/nginx:1.29", "nginx");
    assertFound("image:nginx", "nginx");
    assertFound("image:ngin");
    assertFound("image:*acme*", "tool");
    assertFound("registry:GHCR.io", "tool");
    assertFound("registry:ghcr");
    assertFound("tag:100%", "tool");
    assertFound("tag:1*", "tool");
    assertFound("tag:none", "redis");
    assertFound("-tag:none", "nginx", "tool");
    assertFound("provider:swarm", "tool");
    assertFound("stack:edge", "nginx", "redis");
    assertFound("stack:\"\"", "nginx", "tool");
    assertFound("workload:W*", "nginx");
    assertFound("workload:wörker", "nginx");
    assertFound("workload:\"\"", "tool");
    assertFound("metadata.owner:zoë", "nginx");
    assertFound("metadata.Owner:Zoë", "nginx");
    assertFound("metadata.owner:*", "nginx", "redis");
    assertFound("metadata.owner:anna%", "redis");
    assertFound("metadata.owner:a%");
    assertFound("metadata.a.b:x_y", "nginx");
    assertFound("metadata.empty:\"\"", "tool");
    assertFound("metadata.nothing:*");
    assertFound("is:new", "tool");
    assertFound("is:update -registry:ghcr.io", "nginx", "redis");
  }

  @Example
  void aMergedHostIsFoundByItsOwnNamesAndThoseOfItsTarget() {
    assertFound("host:nas", "nginx", "redis");
    assertFound("host:Bücherregal", "nginx", "redis");
    assertFound("host:old-nas", "redis");
    assertFound("host:vps_1", "nginx", "tool");
    assertFound("host:vps?1");
    assertFound("host:\"\"");
  }

  @Example
  void onlyPendingOccurrencesMatchInPendingSearches() {
    assertThat(found("host:nas", true)).containsExactly("redis");
    assertThat(found("stack:edge", true)).containsExactly("redis");
    assertThat(found("metadata.owner:*", true)).containsExactly("redis");
    assertThat(found("wörker", true)).isEmpty();
    assertThat(found("nginx", true)).containsExactly("nginx");
  }

  @Example
  void allTermsMatchTheSameOccurrence() {
    assertThat(occurrences("host:nas stack:edge", "UTC"))
        .containsExactly("nginx nas acknowledged", "redis old-nas pending");
    assertThat(occurrences("host:vps_1 stack:edge", "UTC")).isEmpty();
    assertThat(occurrences("nginx -host:nas", "UTC")).containsExactly("nginx VPS_1 pending");
    assertThat(occurrences("nginx web", "UTC")).containsExactly("nginx VPS_1 pending");
  }

  @Example
  void agesAndDaysReferToPendingSince() {
    assertFound("older:2w", "redis");
    assertFound("newer:2w", "nginx", "tool");
    assertFound("older:37h", "nginx", "redis");
    assertFound("on:2026-11-20", "nginx", "tool");
    assertThat(found("on:2026-11-20", false, "Europe/Berlin")).containsExactly("nginx");
    assertThat(found("on:2026-11-21", false, "Europe/Berlin")).containsExactly("tool");
  }

  @Property(tries = 300)
  void aNegatedTermMatchesAllOtherOccurrences(
      @ForAll Dialect dialect, @ForAll("searches") SearchQuery search) {
    for (var term : search.terms()) {
      var opposite = new SearchTerm(!term.negated(), term.key(), term.name(), term.value());
      var found = occurrences(dialect, new SearchQuery(List.of(term)), "UTC");
      var others = occurrences(dialect, new SearchQuery(List.of(opposite)), "UTC");
      assertThat(found).matches(all -> Collections.disjoint(all, others));
      found.addAll(others);
      assertThat(found)
          .containsExactly(
              "nginx VPS_1 pending",
              "nginx nas acknowledged",
              "redis old-nas pending",
              "tool VPS_1 pending");
    }
  }

  @Property(tries = 200)
  void everySearchIsValidSql(@ForAll Dialect dialect, @ForAll("searches") SearchQuery search) {
    var all = occurrences(dialect, search, "Asia/Tokyo");
    for (var term : search.terms()) {
      assertThat(occurrences(dialect, new SearchQuery(List.of(term)), "Asia/Tokyo"))
          .containsAll(all);
    }
  }

  @Provide
  Arbitrary<SearchQuery> searches() {
    return Searches.any();
  }

  private static void assertFound(String search, String... names) {
    assertThat(found(search, false)).as(search).containsExactly(names);
  }

  private static Set<String> found(String search, boolean pendingOnly) {
    return found(search, pendingOnly, "UTC");
  }

  private static Set<String> found(String text, boolean pendingOnly, String zone) {
    return occurrences(text, zone).stream()
        .filter(occurrence -> !pendingOnly || occurrence.endsWith(" pending"))
        .map(occurrence -> occurrence.split(" ", 2)[0])
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> occurrences(String text, String zone) {
    var search = SearchQuery.parse("q", text);
    var found = occurrences(Dialect.SQLITE, search, zone);
    assertThat(occurrences(Dialect.POSTGRESQL, search, zone)).as(text).isEqualTo(found);
    return found;
  }

  private static Set<String> occurrences(Dialect dialect, SearchQuery search, String zone) {
    var condition = search.condition(NOW.atZone(ZoneId.of(zone)));
    return new TreeSet<>(
        DATABASES
            .computeIfAbsent(dialect, SearchConditionsTest::filled)
            .list(
                """
                SELECT u.name || ' ' || o.hostname || ' ' || o.state
                FROM occurrences o JOIN updates u ON u.image = o.image WHERE\s"""
                    + condition.sql(),
                row -> row.getString(1),
                condition.parameters().toArray()));
  }

  private static Database filled(Dialect dialect) {
    var database = TestDatabase.migrated(dialect);
    for (var statement : ROWS.split(";\n", -1)) database.change(statement);
    return database;
  }
}
