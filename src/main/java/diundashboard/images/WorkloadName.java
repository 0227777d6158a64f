package diundashboard.images;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a workload, which is part of the key of an occurrence. It contains no part that
 * Diun's provider generates anew for each container, so it stays the same when the workload is
 * updated. Workloads of different namespaces have different names. The metadata keeps the names as
 * sent.
 *
 * <p>The keys of the metadata are those of Diun's {@code internal/provider}.
 */
public final class WorkloadName {

  /** Nomad adds it to the id of a job for each launch of a periodic or parameterized job. */
  private static final Pattern NOMAD_LAUNCH =
      Pattern.compile("(?:/(?:periodic-\\d+|dispatch-[^/]*))+$");

  /** The namespace of Nomad jobs that name none. */
  private static final String NOMAD_DEFAULT = "default";

  /** A hash or a UUID, or the random text that BuildKit uses. */
  private static final Pattern GENERATED_ID =
      Pattern.compile("[0-9a-f]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{25}");

  private WorkloadName() {}

  /**
   * Returns the name; empty if it is unknown.
   *
   * @param provider as sent; names of unknown providers are read like those of docker
   * @param metadata as sent
   */
  public static String of(String provider, Map<String, String> metadata) {
    return NameLength.limit(
        switch (provider) {
          case "swarm" -> ContainerName.withoutTask(text(metadata, "ctn_name"));
          case "kubernetes" -> joined(text(metadata, "pod_namespace"), text(metadata, "ctn_name"));
          case "nomad" -> nomadTask(metadata);
          case "containerd" -> joined(text(metadata, "ctn_namespace"), containerdName(metadata));
          default -> ContainerName.parse(metadata.getOrDefault("ctn_names", "")).name();
        });
  }

  /** Returns the id or name of a Nomad job without the part that a launch adds. */
  static String nomadJob(String job) {
    return NOMAD_LAUNCH.matcher(job).replaceFirst("");
  }

  /**
   * Starts with the namespace, unless it is the default. A job of the default namespace whose id
   * contains a slash has its namespace too, so that it is not taken for a job of another namespace.
   */
  private static String nomadTask(Map<String, String> metadata) {
    var namespace = text(metadata, "job_namespace");
    var job = nomadJob(text(metadata, "job_id"));
    var isPlain = namespace.equals(NOMAD_DEFAULT) && !job.contains("/");
    return joined(
        isPlain ? "" : namespace,
        job,
        text(metadata, "taskgroup_name"),
        text(metadata, "task_name"));
  }

  /** Containers without a name have their id as {@code ctn_name}, which users may choose. */
  private static String containerdName(Map<String, String> metadata) {
    var name = text(metadata, "ctn_name");
    return GENERATED_ID.matcher(name).matches() ? "" : name;
  }

  /** A name in the metadata. The limit of its length keeps regular expressions fast. */
  static String text(Map<String, String> metadata, String key) {
    return NameLength.limit(metadata.getOrDefault(key, "").strip());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining("/"));
  }
}
