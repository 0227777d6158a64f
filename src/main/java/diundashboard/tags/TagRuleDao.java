package diundashboard.tags;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import diundashboard.platform.database.Database;
import diundashboard.platform.json.JsonReaders;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code tag_rules}, and the images that rules match. */
@Dependent
public final class TagRuleDao {

  /** Number of images that are read at a time. */
  private static final int BATCH_SIZE = 5000;

  private static final String RULES_OF_TAG =
      "SELECT field, pattern FROM tag_rules WHERE tag_id = ? ORDER BY id";

  private final Database database;

  @Inject
  public TagRuleDao(Database database) {
    this.database = database;
  }

  /** Returns the rules of all tags by tag id. */
  Map<Integer, List<TagRule>> all() {
    return database
        .list(
            "SELECT tag_id, field, pattern FROM tag_rules ORDER BY id",
            row -> Map.entry(row.getInt("tag_id"), rule(row)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** Returns the rules of a tag. */
  List<TagRule> list(int tagId) {
    return database.list(RULES_OF_TAG, TagRuleDao::rule, tagId);
  }

  /** Returns the rules of a tag as the current transaction has written them. */
  List<TagRule> reread(int tagId) {
    return database.changeReturningAll(RULES_OF_TAG, TagRuleDao::rule, tagId);
  }

  /** Replaces the rules of a tag. */
  void replace(int tagId, List<TagRule> rules) {
    database.change("DELETE FROM tag_rules WHERE tag_id = ?", tagId);
    for (var rule : rules) {
      database.change(
          "INSERT INTO tag_rules (tag_id, field, pattern) VALUES (?, ?, ?)",
          tagId,
          rule.field(),
          rule.pattern());
    }
  }

  /** Returns the keys of all images without a tag that one of the rules matches. */
  Set<String> untagged(List<TagRule> rules) {
    return matches(rules).entrySet().stream()
        .filter(match -> match.getValue() == 0)
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  /**
   * Returns the keys of all images that one of the rules matches, with the id of their tag; 0 for
   * none.
   */
  Map<String, Integer> matches(List<TagRule> rules) {
    var matches = new HashMap<String, Integer>();
    if (rules.isEmpty()) return matches;
    var from = "";
    for (var to = lastOfBatch(from); !to.isEmpty(); to = lastOfBatch(from)) {
      for (var each : candidatesBetween(from, to)) {
        if (rules.stream().anyMatch(rule -> rule.matches(each.target())))
          matches.put(each.target().image(), each.tagId());
      }
      from = to;
    }
    return matches;
  }

  /** Returns the last image of the batch after an image; empty if there are no more images. */
  private String lastOfBatch(String from) {
    return database
        .find(
            """
            SELECT coalesce(max(image), '')
            FROM (SELECT image FROM updates WHERE image > ? ORDER BY image LIMIT ?) AS batch""",
            row -> row.getString(1),
            from,
            BATCH_SIZE)
        .orElseThrow();
  }

  private record Candidate(RuleTarget target, int tagId) {}

  /** Returns a batch of images: one candidate for each occurrence. */
  private List<Candidate> candidatesBetween(String from, String to) {
    return database.list(
        """
        SELECT u.image, u.registry, coalesce(o.provider, '') AS provider, coalesce(o.metadata, '{}') AS metadata,
               o.hostname, n.host, n.name AS host_name, coalesce(a.tag_id, 0) AS tag_id
        FROM updates u
        LEFT JOIN occurrences o ON o.image = u.image AND o.image > ? AND o.image <= ?
        LEFT JOIN host_names n ON n.hostname = o.hostname
        LEFT JOIN tag_assignments a ON a.image = u.image
        WHERE u.image > ? AND u.image <= ?""",
        row -> new Candidate(target(row), row.getInt("tag_id")),
        from,
        to,
        from,
        to);
  }

  private static RuleTarget target(ResultSet row) throws SQLException {
    return new RuleTarget(
            row.getString("image"),
            row.getString("registry"),
            List.of(),
            row.getString("provider"),
            textsOf(row.getString("metadata")))
        .withHosts(row.getString("hostname"), row.getString("host"), row.getString("host_name"));
  }

  /** Returns the members that are scalar values; none if the JSON exceeds a limit of the parser. */
  private static Map<String, String> textsOf(String json) {
    var texts = new HashMap<String, String>();
    try {
      JsonReaders.read(json)
          .asJsonObject()
          .forEach(
              (key, value) -> JsonReaders.textOf(value).ifPresent(text -> texts.put(key, text)));
    } catch (RuntimeException e) { // limits of the parser have no common type
      return Map.of();
    }
    return texts;
  }

  private static TagRule rule(ResultSet row) throws SQLException {
    return new TagRule(row.getString("field"), row.getString("pattern"));
  }
}
