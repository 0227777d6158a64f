package diundashboard.tags;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.text.GlobPattern;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A rule that assigns a tag automatically.
 *
 * @param field image, registry, host, provider or {@code metadata.<key>}
 * @param pattern a pattern for the field's whole value, see {@link GlobPattern}
 */
@JsonbPropertyOrder({"field", "pattern"})
public record TagRule(String field, String pattern) {

  private static final int MAX_LENGTH = 500;
  private static final String METADATA = "metadata.";
  private static final List<String> FIELDS = List.of("image", "registry", "host", "provider");

  /**
   * Checks a rule from a request.
   *
   * @throws InvalidInputException if there is no such field, or if the pattern is blank or too long
   */
  static TagRule of(String field, String pattern) {
    if (!isField(field)) {
      throw invalid(
          ProblemCode.UNKNOWN_RULE_FIELD,
          Map.of("value", field),
          "Unknown field '%s'. Use image, registry, host, provider or metadata.<key>."
              .formatted(field));
    }
    if (pattern.isBlank())
      throw invalid(
          ProblemCode.MISSING_RULE_PATTERN, Map.of(), "Pattern is required. Use * for any value.");
    if (Math.max(field.length(), pattern.length()) > MAX_LENGTH) {
      throw invalid(
          ProblemCode.RULE_TOO_LONG,
          Map.of("max", MAX_LENGTH),
          "Field or pattern of a rule is longer than " + MAX_LENGTH + " characters.");
    }
    return new TagRule(field, pattern);
  }

  /** True if the rule matches. Unknown values match no pattern. */
  boolean matches(RuleTarget target) {
    return valuesOf(target)
        .anyMatch(value -> !value.isEmpty() && GlobPattern.matches(pattern, value));
  }

  private Stream<String> valuesOf(RuleTarget target) {
    return switch (field) {
      case "image" -> Stream.of(target.image());
      case "registry" -> Stream.of(target.registry());
      case "host" -> target.hosts().stream();
      case "provider" -> Stream.of(target.provider());
      default -> Stream.ofNullable(target.metadata().get(field.substring(METADATA.length())));
    };
  }

  private static boolean isField(String field) {
    return FIELDS.contains(field)
        || (field.startsWith(METADATA) && field.length() > METADATA.length());
  }

  private static InvalidInputException invalid(
      ProblemCode code, Map<String, ?> params, String detail) {
    return new InvalidInputException("rules", code, params, detail);
  }
}
