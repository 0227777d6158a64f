package diundashboard.tags;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the table {@code tag_rules} says of images. */
@Dependent
public final class TagRuleDao {

  /** How many images are read at once. */
  private static final int PART = 5000;

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Database database;

  @Inject
  public TagRuleDao(Database database) {
    this.database = database;
  }

  /** The first tag in order of which a rule finds an image that has no tag yet. */
  Optional<Tag> tagFor(RuleTarget subject) {
    return database
        .changeReturningAll(
            """
            SELECT t.id, t.name, r.field, r.pattern, n.host, n.name AS host_name
            FROM tag_rules r
            JOIN tags t ON t.id = r.tag_id
            LEFT JOIN host_names n ON n.hostname = ?
            WHERE NOT EXISTS (SELECT 1 FROM tag_assignments a WHERE a.image = ?)
            ORDER BY t.position, t.name, r.id""",
            row -> candidate(row, subject),
            subject.hosts().get(0),
            subject.image())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The keys of all images without a tag that one of the rules finds. */
  Set<String> untagged(List<TagRule> rules) {
    var found = new HashSet<String>();
    if (rules.isEmpty()) return found;
    var from = "";
    for (var to = endAfter(from); !to.isEmpty(); to = endAfter(from)) {
      for (var subject : untaggedBetween(from, to)) {
        if (rules.stream().anyMatch(rule -> rule.matches(subject))) found.add(subject.image());
      }
      from = to;
    }
    return found;
  }

  /** The last image of the part that follows one; empty behind the last part. */
  private String endAfter(String image) {
    return database
        .find(
            """
            SELECT coalesce(max(image), '')
            FROM (SELECT image FROM updates WHERE image > ? ORDER BY image LIMIT ?) AS part""",
            row -> row.getString(1),
            image,
            PART)
        .orElseThrow();
  }

  /** A part of the images without a tag, everywhere that they run. */
  private List<RuleTarget> untaggedBetween(String from, String to) {
    return database.list(
        """
        SELECT u.image, u.registry, coalesce(o.provider, '') AS provider, coalesce(o.metadata, '{}') AS metadata,
               o.hostname, n.host, n.name AS host_name
        FROM updates u
        LEFT JOIN occurrences o ON o.image = u.image AND o.image > ? AND o.image <= ?
        LEFT JOIN host_names n ON n.hostname = o.hostname
        WHERE u.image > ? AND u.image <= ?
          AND NOT EXISTS (SELECT 1 FROM tag_assignments a WHERE a.image = u.image)""",
        TagRuleDao::subject,
        from,
        to,
        from,
        to);
  }

  private static Optional<Tag> candidate(ResultSet row, RuleTarget subject) throws SQLException {
    var rule = new TagRule(row.getString("field"), row.getString("pattern"));
    var known = subject.withHosts(row.getString("host"), row.getString("host_name"));
    return rule.matches(known)
        ? Optional.of(new Tag(row.getInt("id"), row.getString("name")))
        : Optional.empty();
  }

  private static RuleTarget subject(ResultSet row) throws SQLException {
    return new RuleTarget(
            row.getString("image"),
            row.getString("registry"),
            List.of(),
            row.getString("provider"),
            textsOf(row.getString("metadata")))
        .withHosts(row.getString("hostname"), row.getString("host"), row.getString("host_name"));
  }

  /** The members of an object that are one value; none if the object cannot be read. */
  private static Map<String, String> textsOf(String json) {
    var texts = new HashMap<String, String>();
    try (var reader = READERS.createReader(new StringReader(json))) {
      reader
          .readObject()
          .forEach((key, value) -> textOf(value).ifPresent(text -> texts.put(key, text)));
    } catch (RuntimeException e) { // a limit of the reader's, each with its own type
      return Map.of();
    }
    return texts;
  }

  private static Optional<String> textOf(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> Optional.of(((JsonString) value).getString());
      case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
      case NULL, OBJECT, ARRAY -> Optional.empty();
    };
  }
}
