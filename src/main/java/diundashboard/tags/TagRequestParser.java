package diundashboard.tags;

import diundashboard.holds.HoldParser;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses and validates tags in request bodies. */
public final class TagRequestParser {

  /** Within what PostgreSQL can index. */
  private static final int MAX_NAME_LENGTH = 200;

  private static final int MAX_POSITION = 1_000_000;

  private static final int MAX_RULES = 100;

  private TagRequestParser() {}

  /** Returns the member {@code name} without leading and trailing whitespace. */
  public static String name(JsonBody body) {
    var name = body.text("name").strip();
    if (name.isEmpty())
      throw new InvalidInputException(
          "name", ProblemCode.MISSING_NAME, Map.of(), "Name is required.");
    if (name.length() > MAX_NAME_LENGTH) {
      throw new InvalidInputException(
          "name",
          ProblemCode.NAME_TOO_LONG,
          Map.of("max", MAX_NAME_LENGTH),
          "Name is longer than " + MAX_NAME_LENGTH + " characters.");
    }
    return name;
  }

  /** Parses a new tag. */
  static TagPatch creation(JsonBody body) {
    return new TagPatch(name(body), colour(body), null, hold(body), rules(body));
  }

  /**
   * Parses changes to a tag: the members that are present. Null removes the colour, the hold or the
   * rules.
   */
  static TagPatch change(JsonBody body) {
    var change =
        new TagPatch(
            body.has("name") ? name(body) : null,
            body.has("colour") ? colour(body) : null,
            body.has("position") ? body.number("position", 0, MAX_POSITION) : null,
            body.has("hold") ? hold(body) : null,
            body.has("rules") ? rules(body) : null);
    if (change.isEmpty()) {
      throw new InvalidInputException(
          "name",
          ProblemCode.EMPTY_TAG_CHANGE,
          Map.of(),
          "No changes given. Pass name, colour, position, hold or rules.");
    }
    return change;
  }

  /**
   * Parses rules to count the matches of. Only a dry run takes them, because the rules of the tag
   * are those that are applied.
   */
  static Optional<List<TagRule>> rulesToCount(JsonBody body) {
    if (!body.has("rules")) return Optional.empty();
    if (body.flag("dry_run")) return Optional.of(rules(body));
    throw new InvalidInputException(
        "rules",
        ProblemCode.INVALID_MEMBER,
        Map.of("member", "rules"),
        "Member \"rules\" requires \"dry_run\": true.");
  }

  private static String colour(JsonBody body) {
    return body.optionalText("colour").map(TagColour::of).orElse("");
  }

  private static String hold(JsonBody body) {
    return HoldParser.of(body).orElse("");
  }

  private static List<TagRule> rules(JsonBody body) {
    var rules =
        body.optionalObjects("rules").orElse(List.of()).stream()
            .map(rule -> TagRule.of(rule.text("field"), rule.text("pattern")))
            .toList();
    if (rules.size() > MAX_RULES) {
      throw new InvalidInputException(
          "rules",
          ProblemCode.TOO_MANY_RULES,
          Map.of("max", MAX_RULES),
          "More than " + MAX_RULES + " rules. Use * in patterns to need fewer.");
    }
    return rules;
  }
}
