package diundashboard.tags;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import diundashboard.images.Image;
import diundashboard.images.ReceivedEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Assigns tags by rule, in the caller's transaction. */
@Dependent
public class AutoTagger {

  @Inject private TagDao tags;
  @Inject private TagAssignmentDao assignments;
  @Inject private TagMatchDao matches;

  /** A tag for an image, and the position of the event whose occurrence matched. */
  private record Match(int position, Tag tag) {}

  /**
   * Tags images by the first rule that matches, unless they have a tag. Events of the same image
   * count in their order.
   *
   * @param events the images on the hosts that reported them
   * @return the tags that were assigned, by the position of the event
   */
  public Map<Integer, Tag> tag(List<ReceivedEvent> events) {
    var matched = matchesOf(events);
    if (matched.isEmpty()) return Map.of();
    var existing = lock(matched.values().stream().map(match -> match.tag().id()).collect(toSet()));
    matched.values().removeIf(match -> !existing.contains(match.tag().id()));
    var chosen = new TreeMap<String, Integer>();
    matched.forEach((image, match) -> chosen.put(image, match.tag().id()));
    return assignments.assignByRule(chosen).stream()
        .map(matched::get)
        .collect(toMap(Match::position, Match::tag));
  }

  /** Returns the first match of each image, by key. */
  private Map<String, Match> matchesOf(List<ReceivedEvent> events) {
    var targets = events.stream().map(event -> RuleTarget.of(event.occurrence())).toList();
    var found = matches.firstMatches(targets);
    var first = new TreeMap<String, Match>();
    for (int i = 0; i < events.size(); i++) {
      var position = i;
      var key = events.get(i).key();
      found.get(i).ifPresent(tag -> first.putIfAbsent(key, new Match(position, tag)));
    }
    return first;
  }

  /** Locks tags against deletion, and returns those that exist. */
  private Set<Integer> lock(Set<Integer> ids) {
    return ids.stream().sorted().filter(id -> tags.lockForShare(id).isPresent()).collect(toSet());
  }

  /**
   * Gives an image the tag of another, unless it has one.
   *
   * @param isGone true to remove the tag of the other image
   */
  public void inherit(Image image, String other, boolean isGone) {
    assignments.copy(other, image.key());
    if (isGone) assignments.unassign(List.of(other));
  }
}
