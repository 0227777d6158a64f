package diundashboard.tags;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.Image;
import diundashboard.images.ImageChanges;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/** Gives images their tags and takes them away; each is one transaction. */
@Stateless
@RequiresRole(Role.EDITOR)
public class TagAssignmentService {

  @Inject private TagDao tags;
  @Inject private TagAssignmentDao assignments;
  @Inject private TagRuleDao rules;
  @Inject private ActivityLog log;

  /**
   * Gives images their one tag, and says for how many this is new; empty if there is no such tag.
   */
  public OptionalInt assign(Collection<Image> images, int tagId) {
    var tag = tags.lockForShare(tagId);
    if (tag.isEmpty()) return OptionalInt.empty();
    var assigned = assignments.assign(keys(images), tagId);
    append(ActivityKind.TAGGED, tag.get().name(), assigned);
    return OptionalInt.of(assigned.size());
  }

  /** Frees images, and says how many had a tag. */
  public int unassign(Collection<Image> images) {
    var freed = assignments.unassign(keys(images));
    for (var tag : freed.isEmpty() ? List.<Tag>of() : tags.list()) {
      append(ActivityKind.UNTAGGED, tag.name(), freed.getOrDefault(tag.id(), List.of()));
    }
    return freed.values().stream().mapToInt(List::size).sum();
  }

  /** How many images without a tag the rules of one find; empty if there is no such tag. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public OptionalInt count(int tagId) {
    if (!tags.exists(tagId)) return OptionalInt.empty();
    return OptionalInt.of(rules.untagged(tags.rules(tagId)).size());
  }

  /**
   * Gives a tag to all images without one that its rules find, and says to how many; empty if there
   * is no such tag. Nothing is locked while they are looked for.
   */
  @RequiresRole(Role.ADMIN)
  public OptionalInt apply(int tagId) {
    var found = rules.untagged(tags.rules(tagId));
    var tag = tags.lockForShare(tagId);
    if (tag.isEmpty()) return OptionalInt.empty();
    var assigned = assignments.assignByRule(found, tagId);
    append(ActivityKind.TAGGED, tag.get().name(), assigned);
    return OptionalInt.of(assigned.size());
  }

  private void append(ActivityKind kind, String tag, List<String> images) {
    log.append(Entry.of(Instant.now(), kind, tag), ImageChanges.unchanged(images));
  }

  private static List<String> keys(Collection<Image> images) {
    return images.stream().map(Image::key).toList();
  }
}
