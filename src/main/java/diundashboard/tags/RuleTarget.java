package diundashboard.tags;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What rules look at: an image as it runs in one place. What is not known is empty.
 *
 * @param image its key
 * @param registry where it lies
 * @param hosts all names of the host that it runs on
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param metadata the provider's, and what users added
 */
public record RuleTarget(
    String image,
    String registry,
    List<String> hosts,
    String provider,
    Map<String, String> metadata) {

  /** With more names of the host, some of which may be null. */
  RuleTarget withHosts(String... names) {
    var all = Stream.concat(hosts.stream(), Stream.of(names)).filter(Objects::nonNull).toList();
    return new RuleTarget(image, registry, all, provider, metadata);
  }
}
