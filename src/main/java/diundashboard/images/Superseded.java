package diundashboard.images;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import diundashboard.versions.TagVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Open tags of one repository at one place that a newer one replaces.
 *
 * @param newest key of the newest image
 * @param older keys of the images that it replaces, at least one
 */
public record Superseded(String hostname, String workload, String newest, List<String> older) {

  private record Versioned(TagAtPlace tag, TagVersion version) {}

  /** Finds them among the tags of a group, once for each skeleton of versions. */
  static Stream<Superseded> in(TagGroup group, Collection<TagAtPlace> tags) {
    return tags.stream()
        .flatMap(tag -> versioned(tag).stream())
        .collect(groupingBy(each -> each.version.skeleton(), TreeMap::new, toList()))
        .values()
        .stream()
        .flatMap(comparable -> in(group, comparable).stream());
  }

  private static Optional<Versioned> versioned(TagAtPlace tag) {
    return TagVersion.of(tag.reported().tag()).map(version -> new Versioned(tag, version));
  }

  private static Optional<Superseded> in(TagGroup group, List<Versioned> comparable) {
    var newest =
        comparable.stream()
            .reduce((some, other) -> other.version.isNewerThan(some.version) ? other : some)
            .orElseThrow();
    var older =
        comparable.stream()
            .filter(each -> each.tag.isOpen() && newest.version.isNewerThan(each.version))
            .map(each -> each.tag.image())
            .toList();
    return older.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Superseded(group.hostname(), group.workload(), newest.tag.image(), older));
  }
}
