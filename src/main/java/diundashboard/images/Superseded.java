package diundashboard.images;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.config.SupersedePolicy;
import diundashboard.versions.TagVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Open tags of one repository at one place that a newer one replaces. A tag that is held back
 * replaces none.
 *
 * @param newest key of the newest image
 * @param older keys of the images that it replaces, not empty
 */
public record Superseded(String hostname, String workload, String newest, List<String> older) {

  private record Versioned(TagAtPlace tag, TagVersion version) {}

  /** Finds them among the tags of groups, once for each skeleton of versions. */
  static Stream<Superseded> in(Map<TagGroup, List<TagAtPlace>> groups, SupersedePolicy policy) {
    return groups.entrySet().stream()
        .filter(group -> policy.appliesTo(group.getKey().workload()))
        .flatMap(group -> in(group.getKey(), group.getValue()));
  }

  private static Stream<Superseded> in(TagGroup group, Collection<TagAtPlace> tags) {
    return tags.stream()
        .filter(TagAtPlace::isHere)
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
    return comparable.stream()
        .filter(each -> !each.tag.isHeld())
        .reduce((some, other) -> other.version.isNewerThan(some.version) ? other : some)
        .map(
            newest ->
                new Superseded(
                    group.hostname(),
                    group.workload(),
                    newest.tag.image(),
                    olderThan(newest, comparable)))
        .filter(superseded -> !superseded.older.isEmpty());
  }

  private static List<String> olderThan(Versioned newest, List<Versioned> comparable) {
    return comparable.stream()
        .filter(each -> each.tag.isOpen() && newest.version.isNewerThan(each.version))
        .map(each -> each.tag.image())
        .toList();
  }

  /** Returns those of the older images that are in a set. */
  Superseded within(Set<String> images) {
    return new Superseded(
        hostname, workload, newest, older.stream().filter(images::contains).toList());
  }
}
