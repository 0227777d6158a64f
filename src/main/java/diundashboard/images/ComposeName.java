package diundashboard.images;

import java.util.List;
import java.util.regex.Pattern;

/** Default names in Compose and in swarm stacks, which begin with the project or stack. */
final class ComposeName {

  /** Project, service and number, or {@code run} for a one-off container. */
  private static final Pattern CONTAINER =
      Pattern.compile("(?<service>.+)(?<separator>[-_])(?:[1-9]\\d{0,3}|run)");

  private ComposeName() {}

  /**
   * Guesses the project from a container name such as {@code shop-web-1} or {@code shop_web_1}. If
   * project or service contain the separator, the service is taken for one that begins with the
   * name of the project, such as {@code immich-immich-server-1}, or else for one without separator.
   *
   * @return empty if the name is not a default name
   */
  static String project(String container) {
    var name = CONTAINER.matcher(container);
    if (!name.matches()) return "";
    var separator = name.group("separator");
    var parts = List.of(name.group("service").split(separator, -1));
    if (parts.contains("")) return "";
    return String.join(separator, parts.subList(0, lengthOfProject(parts)));
  }

  private static int lengthOfProject(List<String> parts) {
    for (int length = parts.size() / 2; length > 0; length--) {
      if (parts.subList(0, length).equals(parts.subList(length, 2 * length))) return length;
    }
    return parts.size() - 1;
  }

  /**
   * Guesses the stack from the name of a swarm service such as {@code shop_web}.
   *
   * @return empty if the name has no underscore
   */
  static String swarmStack(String service) {
    var underscore = service.indexOf('_');
    return underscore > 0 && underscore < service.length() - 1
        ? service.substring(0, underscore)
        : "";
  }
}
