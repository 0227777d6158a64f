package diundashboard.hosts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import diundashboard.counts.ImageProfile;
import diundashboard.counts.ImageProfile.Place;
import diundashboard.hosts.HostDao.HostIdentity;
import diundashboard.images.UpdateState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the images on each host. */
final class HostCounter {

  private final Map<String, String> canonicals;
  private final Map<String, Host.Counts> counts = new HashMap<>();

  private HostCounter(List<HostIdentity> hosts) {
    canonicals = hosts.stream().collect(toMap(HostIdentity::hostname, HostIdentity::canonical));
  }

  /**
   * Returns the counts by the host that hostnames count as.
   *
   * @param images the number of images of each profile
   */
  static Map<String, Host.Counts> count(
      Map<ImageProfile, Integer> images, List<HostIdentity> hosts) {
    var counter = new HostCounter(hosts);
    images.forEach(counter::add);
    return counter.counts;
  }

  private void add(ImageProfile image, int number) {
    var pending = hostsOf(image, UpdateState.PENDING);
    for (var host : hostsOf(image, UpdateState.ALL)) {
      counts.merge(
          host,
          new Host.Counts(pending.contains(host) ? number : 0, number),
          (one, other) ->
              new Host.Counts(one.pending() + other.pending(), one.images() + other.images()));
    }
  }

  private Set<String> hostsOf(ImageProfile image, UpdateState state) {
    return image.places().stream()
        .filter(each -> each.isIn(state))
        .map(Place::hostname)
        .map(hostname -> canonicals.getOrDefault(hostname, hostname))
        .collect(toSet());
  }
}
