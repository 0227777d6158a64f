package diundashboard.tags;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.StorableText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the tags that rules assign, in the caller's transaction. */
@Dependent
public final class TagMatchDao {

  private final Database database;

  @Inject
  public TagMatchDao(Database database) {
    this.database = database;
  }

  private record RuleOfTag(Tag tag, TagRule rule) {}

  private record Aliases(String host, String name) {}

  /**
   * Returns the first tag, by position, with a rule that matches, for each target.
   *
   * @return empty if no rule matches, or if the image has a tag
   */
  List<Optional<Tag>> firstMatches(List<RuleTarget> targets) {
    var rules = rules();
    if (rules.isEmpty()) return targets.stream().map(target -> Optional.<Tag>empty()).toList();
    var tagged = tagged(targets.stream().map(RuleTarget::image).distinct().toList());
    var aliases = aliases(targets.stream().map(TagMatchDao::hostname).distinct().toList());
    return targets.stream()
        .map(
            target ->
                tagged.contains(StorableText.of(target.image()))
                    ? Optional.<Tag>empty()
                    : firstMatch(rules, withAliases(target, aliases)))
        .toList();
  }

  private static String hostname(RuleTarget target) {
    return target.hosts().get(0);
  }

  private static RuleTarget withAliases(RuleTarget target, Map<String, Aliases> aliases) {
    var found = aliases.get(StorableText.of(hostname(target)));
    return found == null ? target : target.withHosts(found.host(), found.name());
  }

  private static Optional<Tag> firstMatch(List<RuleOfTag> rules, RuleTarget target) {
    return rules.stream()
        .filter(each -> each.rule().matches(target))
        .map(RuleOfTag::tag)
        .findFirst();
  }

  private List<RuleOfTag> rules() {
    return database.changeReturningAll(
        """
        SELECT t.id, t.name, r.field, r.pattern
        FROM tag_rules r JOIN tags t ON t.id = r.tag_id
        ORDER BY t.position, t.name, r.id""",
        row ->
            new RuleOfTag(
                new Tag(row.getInt("id"), row.getString("name")),
                new TagRule(row.getString("field"), row.getString("pattern"))));
  }

  private Set<String> tagged(Collection<String> images) {
    return new HashSet<>(
        database.changeReturningAll(
            "SELECT image FROM tag_assignments WHERE image IN (?...)",
            row -> row.getString("image"),
            images));
  }

  private Map<String, Aliases> aliases(Collection<String> hostnames) {
    return database
        .changeReturningAll(
            "SELECT hostname, host, name FROM host_names WHERE hostname IN (?...)",
            row ->
                Map.entry(
                    row.getString("hostname"),
                    new Aliases(row.getString("host"), row.getString("name"))),
            hostnames)
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
