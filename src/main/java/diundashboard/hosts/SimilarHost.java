package diundashboard.hosts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import diundashboard.hosts.HostDao.HostIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Finds the host that a mistyped name means: the only one whose name has the fewest differing
 * characters, at most one in four. The same name with a domain, such as {@code nas.lan} for {@code
 * nas}, does not differ.
 */
final class SimilarHost {

  /** A shorter name differs too much in one character. */
  private static final int MIN_LENGTH = 3;

  private static final int MAX_DISTANCE = 3;

  private final List<HostIdentity> hosts;

  SimilarHost(List<HostIdentity> hosts) {
    this.hosts = hosts;
  }

  /** Returns the hostname or display name that is meant; empty if there is none, or several. */
  Optional<String> to(String name) {
    var byDistance =
        hosts.stream()
            .flatMap(SimilarHost::names)
            .filter(candidate -> distance(name, candidate.name()) >= 0)
            .collect(
                groupingBy(candidate -> distance(name, candidate.name()), TreeMap::new, toSet()));
    if (byDistance.isEmpty()) return Optional.empty();
    var nearest = byDistance.firstEntry().getValue();
    var isClear = nearest.stream().map(Candidate::canonical).distinct().count() == 1;
    return isClear
        ? nearest.stream().map(Candidate::name).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static Stream<Candidate> names(HostIdentity host) {
    return Stream.of(host.hostname(), host.displayName())
        .filter(name -> !name.isEmpty())
        .map(name -> new Candidate(name, host.canonical()));
  }

  /** The number of characters to insert, delete, replace or swap; -1 if there are too many. */
  private static int distance(String asked, String known) {
    var a = asked.toLowerCase(Locale.ROOT);
    var b = known.toLowerCase(Locale.ROOT);
    if (a.startsWith(b + ".") || b.startsWith(a + ".")) return 0;
    var length = Math.max(a.length(), b.length());
    if (length < MIN_LENGTH) return -1;
    var max = Math.min(MAX_DISTANCE, Math.max(1, length / 4));
    return new DamerauLevenshteinDistance(max).apply(a, b);
  }

  private record Candidate(String name, String canonical) {}
}
