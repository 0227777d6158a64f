package diundashboard.platform.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shell commands that update workloads, by provider of Diun. Users write them as {@code
 * docker=docker compose -p {stack} up -d {service}}; the page replaces the placeholders.
 *
 * @param byProvider replaces the built-in commands of these providers; an empty list for none
 */
public record CommandTemplates(Map<String, List<String>> byProvider) {

  static final List<String> PROVIDERS =
      List.of("docker", "swarm", "kubernetes", "nomad", "containerd", "dockerfile", "file");

  private static final String NO_COMMAND = "none";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  /** The page computes the values in {@code app/images/commands.js}. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "image",
          "registry",
          "repository",
          "tag",
          "digest",
          "host",
          "workload",
          "stack",
          "service",
          "namespace",
          "resource",
          "container",
          "job",
          "group",
          "task");

  private record Line(String provider, String command) {

    static Line of(String text) {
      var parts = text.split("=", 2);
      return new Line(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip());
    }

    boolean isValid() {
      var rest = PLACEHOLDER.matcher(command).replaceAll("");
      return PROVIDERS.contains(provider)
          && !command.isEmpty()
          && rest.chars().noneMatch(each -> each == '{' || each == '}')
          && PLACEHOLDER.matcher(command).results().allMatch(each -> isPlaceholder(each.group(1)));
    }

    boolean isCommand() {
      return !command.equals(NO_COMMAND);
    }

    private static boolean isPlaceholder(String name) {
      return PLACEHOLDERS.contains(name) || name.matches("metadata\\..+");
    }
  }

  /** Returns the first line that is not valid. */
  static Optional<String> invalid(List<String> lines) {
    return lines.stream().filter(each -> !Line.of(each).isValid()).findFirst();
  }

  /** Parses valid lines, several for one provider if you like. */
  static CommandTemplates parse(List<String> lines) {
    return new CommandTemplates(
        lines.stream()
            .map(Line::of)
            .collect(
                groupingBy(
                    Line::provider,
                    TreeMap::new,
                    Collectors.filtering(Line::isCommand, mapping(Line::command, toList())))));
  }
}
