package diundashboard.images;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a Docker container without the parts that Docker, Compose, Kubernetes and others
 * generate.
 *
 * @param name such as {@code shop-web-1}; empty if unknown
 * @param stack the stack that the name suggests, such as {@code shop}; may be empty
 */
record ContainerName(String name, String stack) {

  private static final ContainerName NONE = new ContainerName("", "");

  private static final List<Pattern> GENERATED =
      List.of(
          // Compose renames a container while it creates the next one.
          Pattern.compile("^(?:[0-9a-f]{12}_)+(?=.)"),
          // Portainer, Watchtower and others do too.
          Pattern.compile("(?<=.)(?:-old-\\d+)+$"),
          // Compose 1.23.0 added an id to the number.
          Pattern.compile("(?<=_\\d{1,4})_[0-9a-f]{12}$"),
          // docker compose run
          Pattern.compile("(?<=[-_]run)[-_][0-9a-f]{12}$"),
          // Nomad adds the id of the allocation to the name of the task.
          Pattern.compile("(?<=.)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));

  /** A task of a swarm service: its slot, or the id of its node, and its own id. */
  private static final Pattern SWARM_TASK =
      Pattern.compile("(?<service>.+)\\.(?:\\d+|[0-9a-z]{25})\\.[0-9a-z]{25}");

  /** A container that the kubelet created: container, pod, namespace, uid, attempt. */
  private static final Pattern POD =
      Pattern.compile("k8s_(?<container>[^_]+)_[^_]+_(?<namespace>[^_]+)_[0-9a-f-]{32,36}_\\d+");

  /**
   * Parses the names of a container.
   *
   * @param names comma-separated, in any order. A name with a slash is a link from another
   *     container. If several are left, the first in alphabetical order is used.
   */
  static ContainerName parse(String names) {
    var all =
        Stream.of(names.split(","))
            .map(name -> NameLength.limit(name.strip()))
            .filter(name -> !name.isEmpty())
            .toList();
    var own = all.stream().filter(name -> !name.contains("/")).toList();
    return (own.isEmpty() ? all : own)
        .stream().map(ContainerName::ofOne).min(comparing(ContainerName::name)).orElse(NONE);
  }

  /** Returns the name of the service of a swarm task; other names unchanged. */
  static String withoutTask(String name) {
    var task = SWARM_TASK.matcher(name);
    return task.matches() ? task.group("service") : name;
  }

  private static ContainerName ofOne(String text) {
    var pod = POD.matcher(text);
    if (pod.matches()) {
      var namespace = pod.group("namespace");
      return new ContainerName(namespace + "/" + pod.group("container"), namespace);
    }
    var name = text;
    for (var part : GENERATED) name = part.matcher(name).replaceAll("");
    var service = withoutTask(name);
    return service.equals(name)
        ? new ContainerName(name, ComposeName.project(name))
        : new ContainerName(service, ComposeName.swarmStack(service));
  }
}
