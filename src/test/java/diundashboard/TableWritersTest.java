package diundashboard;

import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each table is written by one top-level package, except by migrations. ArchUnit cannot see this,
 * because it is SQL.
 */
class TableWritersTest {

  private static final Path SOURCES = Path.of("src/main/java/diundashboard");

  private static final Pattern STRING_LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  /** Excludes {@code DO UPDATE SET} and {@code FOR UPDATE}, which name no table. */
  private static final Pattern WRITE =
      Pattern.compile(
          "(?<!DO )(?<!FOR )(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(?!SET\\b)(\\w+)");

  @Test
  void eachTableHasOneWriter() throws IOException {
    assertThat(writers())
        .isEqualTo(
            Map.ofEntries(
                entry("activity", Set.of("activity")),
                entry("change_occurrences", Set.of("images")),
                entry("changes", Set.of("actions")),
                entry("channels", Set.of("channels")),
                entry("digests", Set.of("images")),
                entry("diun_moves", Set.of("platform")),
                entry("heartbeat_runs", Set.of("heartbeats")),
                entry("heartbeats", Set.of("heartbeats")),
                entry("hosts", Set.of("hosts")),
                entry("image_holds", Set.of("holds")),
                entry("kept_answers", Set.of("idempotency")),
                entry("occurrences", Set.of("images")),
                entry("preferences", Set.of("preferences")),
                entry("rejections", Set.of("intake")),
                entry("removed_hosts", Set.of("hosts")),
                entry("removed_occurrences", Set.of("images")),
                entry("removed_updates", Set.of("images")),
                entry("saved_views", Set.of("views")),
                entry("sessions", Set.of("access")),
                entry("sqlite_sequence", Set.of("platform")),
                entry("tag_assignments", Set.of("tags")),
                entry("tag_rules", Set.of("tags")),
                entry("tags", Set.of("tags")),
                entry("test_notifications", Set.of("intake")),
                entry("tokens", Set.of("access")),
                entry("unknown_hosts", Set.of("hosts")),
                entry("updates", Set.of("images"))));
  }

  private static Map<String, Set<String>> writers() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getParent().endsWith("migration"))
          .flatMap(
              file ->
                  tablesWrittenIn(file)
                      .map(
                          table ->
                              Map.entry(table, SOURCES.relativize(file).getName(0).toString())))
          .collect(
              groupingBy(
                  Map.Entry::getKey,
                  TreeMap::new,
                  mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
    }
  }

  private static Stream<String> tablesWrittenIn(Path file) {
    try {
      return STRING_LITERAL
          .matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .flatMap(literal -> WRITE.matcher(literal).results())
          .map(write -> write.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
