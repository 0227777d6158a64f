package diundashboard.tags;

import diundashboard.images.Occurrence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The values that tag rules are matched against: an image on one host. Unknown values are empty.
 *
 * @param image its key as stored; the Go original has stored keys that {@link
 *     diundashboard.images.Image} does not produce
 * @param registry host name of the registry
 * @param hosts hostname and all aliases of the host
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param metadata metadata that the provider or users added, by key
 */
record RuleTarget(
    String image,
    String registry,
    List<String> hosts,
    String provider,
    Map<String, String> metadata) {

  static RuleTarget of(Occurrence occurrence) {
    return new RuleTarget(
        occurrence.image().key(),
        occurrence.image().registry(),
        List.of(occurrence.hostname()),
        occurrence.provider(),
        occurrence.metadata());
  }

  /** Adds aliases of the host; null is skipped. */
  RuleTarget withHosts(String... aliases) {
    var all = Stream.concat(hosts.stream(), Stream.of(aliases)).filter(Objects::nonNull).toList();
    return new RuleTarget(image, registry, all, provider, metadata);
  }
}
