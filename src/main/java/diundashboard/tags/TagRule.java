package diundashboard.tags;

import diundashboard.platform.problem.InvalidInputException;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which images get a tag by themselves.
 *
 * @param field image, registry, host, provider or {@code metadata.<key>}
 * @param pattern what the field's value has to be; {@code *} stands for any characters
 */
@JsonbPropertyOrder({"field", "pattern"})
public record TagRule(String field, String pattern) {

  private static final int MAX_LENGTH = 500;
  private static final String METADATA = "metadata.";
  private static final List<String> FIELDS = List.of("image", "registry", "host", "provider");

  /**
   * A rule that somebody gave.
   *
   * @throws InvalidInputException if there is no such field, or the pattern is empty or too long
   */
  static TagRule of(String field, String pattern) {
    if (!isField(field)) {
      throw invalid(
          "The field '%s' is none of image, registry, host, provider and metadata.<key>; give one of these."
              .formatted(field));
    }
    if (pattern.isBlank()) {
      throw invalid("A rule's pattern is empty; give the value to look for, with * for anything.");
    }
    if (Math.max(field.length(), pattern.length()) > MAX_LENGTH) {
      throw invalid(
          "A rule's field or pattern is longer than " + MAX_LENGTH + " characters; shorten it.");
    }
    return new TagRule(field, pattern);
  }

  /** Whether it finds an image. What is not known of it is never found. */
  boolean matches(RuleTarget subject) {
    return valuesOf(subject)
        .anyMatch(value -> !value.isEmpty() && GlobPattern.matches(pattern, value));
  }

  private Stream<String> valuesOf(RuleTarget subject) {
    return switch (field) {
      case "image" -> Stream.of(subject.image());
      case "registry" -> Stream.of(subject.registry());
      case "host" -> subject.hosts().stream();
      case "provider" -> Stream.of(subject.provider());
      default -> Stream.ofNullable(subject.metadata().get(field.substring(METADATA.length())));
    };
  }

  private static boolean isField(String field) {
    return FIELDS.contains(field)
        || (field.startsWith(METADATA) && field.length() > METADATA.length());
  }

  private static InvalidInputException invalid(String remedy) {
    return new InvalidInputException("rules", remedy);
  }
}
