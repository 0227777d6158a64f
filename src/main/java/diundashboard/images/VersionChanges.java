package diundashboard.images;

import static java.util.stream.Collectors.toCollection;

import diundashboard.platform.config.SupersedePolicy;
import diundashboard.versions.VersionChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares tags with what is in use at their places, and stores the difference. */
@Dependent
public final class VersionChanges {

  private static final int PAGE = 500;

  private final TagGroupDao tags;

  @Inject
  public VersionChanges(TagGroupDao tags) {
    this.tags = tags;
  }

  /**
   * Compares tags again.
   *
   * @param images keys of locked images, the others stay
   * @return the keys of those with another difference than before, to {@linkplain
   *     UpdateStateDao#refresh refresh} them
   */
  Set<String> refresh(Map<TagGroup, List<TagAtPlace>> groups, Collection<String> images) {
    return refreshIf(groups, tag -> images.contains(tag.image()));
  }

  private Set<String> refreshIf(
      Map<TagGroup, List<TagAtPlace>> groups, Predicate<TagAtPlace> isIncluded) {
    var changed = new ArrayList<TagAtPlace>();
    for (var group : groups.values()) {
      var installed = group.stream().map(TagAtPlace::installed).flatMap(Optional::stream).toList();
      for (var tag : group) {
        if (!tag.isHere() || !isIncluded.test(tag)) continue;
        var change = VersionChange.of(tag.reported(), installed);
        if (!change.equals(tag.change())) changed.add(tag.with(change));
      }
    }
    tags.update(changed);
    return changed.stream().map(TagAtPlace::image).collect(toCollection(TreeSet::new));
  }

  /** Compares all tags, for a migration. */
  public void compareAll() {
    var page = tags.after(new TagGroup("", "", ""), PAGE);
    while (!page.isEmpty()) {
      refreshIf(tags.read(page), tag -> true);
      page = tags.after(page.get(page.size() - 1), PAGE);
    }
  }

  /** Returns the images that {@link #refreshBeside} may change, to lock them. */
  public List<String> beside(Collection<String> images) {
    return tags.beside(images);
  }

  /**
   * Compares the other tags at the places that an action marked as done or reopened.
   *
   * @param changed keys of the images that the action changed
   * @param others keys of locked images
   * @return the keys of those with another difference
   */
  public Set<String> refreshBeside(long action, Collection<String> changed, Set<String> others) {
    return refresh(tags.read(tags.groupsOf(action, changed)), others);
  }

  /**
   * Returns the open tags that newer ones supersede where an action has ended holds.
   *
   * @param changed keys of the images that the action changed
   * @param locked keys of locked images; others stay
   */
  public List<Superseded> superseded(
      long action, Collection<String> changed, Set<String> locked, SupersedePolicy policy) {
    return superseded(tags.groupsOfHolds(action, changed), locked, policy);
  }

  /**
   * Returns the open tags of groups that newer ones supersede.
   *
   * @param locked keys of locked images; others stay
   */
  public List<Superseded> superseded(
      Collection<TagGroup> groups, Set<String> locked, SupersedePolicy policy) {
    return Superseded.in(tags.read(groups), policy)
        .map(superseded -> superseded.within(locked))
        .filter(superseded -> !superseded.older().isEmpty())
        .toList();
  }

  /** Returns the images that {@link #refreshWith} may change, to lock them. */
  public List<String> openWith(Collection<String> repositories, Collection<String> digests) {
    return digests.isEmpty()
        ? List.of()
        : tags.read(tags.groupsWith(repositories, digests)).values().stream()
            .flatMap(List::stream)
            .filter(TagAtPlace::isOpen)
            .map(TagAtPlace::image)
            .toList();
  }

  /**
   * Compares the open tags at the places that have digests, or had them when they were last marked
   * as done.
   *
   * @param images keys of locked images, the others stay
   * @return the keys of those with another difference
   */
  public Set<String> refreshWith(
      Collection<String> repositories, Collection<String> digests, Collection<String> images) {
    return digests.isEmpty()
        ? Set.of()
        : refreshIf(
            tags.read(tags.groupsWith(repositories, digests)),
            tag -> tag.isOpen() && images.contains(tag.image()));
  }
}
