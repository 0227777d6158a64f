package diundashboard.tags;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import java.util.List;

/** What requests give of a tag. */
public final class TagRequestParser {

  /** Ours, to keep within what PostgreSQL can index. */
  private static final int MAX_NAME_LENGTH = 200;

  private static final int MAX_POSITION = 1_000_000;
  private static final int MAX_RULES = 100;

  private TagRequestParser() {}

  /** The member {@code name}, without spaces around it. */
  public static String name(JsonBody body) {
    var name = body.text("name").strip();
    if (name.isEmpty()) {
      throw new InvalidInputException("name", "The name is empty; give the tag a name.");
    }
    if (name.length() > MAX_NAME_LENGTH) {
      throw new InvalidInputException(
          "name", "The name is longer than " + MAX_NAME_LENGTH + " characters; shorten it.");
    }
    return name;
  }

  /** All that a new tag can be given. */
  static TagPatch creation(JsonBody body) {
    return new TagPatch(name(body), colour(body), null, rules(body));
  }

  /** The members that are there; null takes a colour or the rules away. */
  static TagPatch change(JsonBody body) {
    var change =
        new TagPatch(
            body.has("name") ? name(body) : null,
            body.has("colour") ? colour(body) : null,
            body.has("position") ? body.number("position", 0, MAX_POSITION) : null,
            body.has("rules") ? rules(body) : null);
    if (change.equals(new TagPatch(null, null, null, null))) {
      throw new InvalidInputException(
          "name", "Nothing says what to change; give a name, colour, position or rules.");
    }
    return change;
  }

  private static String colour(JsonBody body) {
    return body.optionalText("colour").map(TagColour::of).orElse("");
  }

  private static List<TagRule> rules(JsonBody body) {
    var rules =
        body.optionalObjects("rules").orElse(List.of()).stream()
            .map(rule -> TagRule.of(rule.text("field"), rule.text("pattern")))
            .toList();
    if (rules.size() > MAX_RULES) {
      throw new InvalidInputException(
          "rules", "There are more than " + MAX_RULES + " rules; use * to need fewer.");
    }
    return rules;
  }
}
