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
import java.util.Optional;

/** Assigns tags to images and removes them. Each change is one transaction. */
@Stateless
@RequiresRole(Role.EDITOR)
public class TagAssignmentService {

  @Inject private TagDao tags;
  @Inject private TagAssignmentDao assignments;
  @Inject private TagRuleDao rules;
  @Inject private ActivityLog log;

  /**
   * Assigns a tag to images, in place of the tags that they have.
   *
   * @return number of images whose tag changed
   * @throws NoSuchTagException if there is no such tag
   */
  public int assign(Collection<Image> images, int tagId) {
    var tag = tags.lockForShare(tagId).orElseThrow(NoSuchTagException::new);
    var assigned = assignments.assign(keys(images), tagId);
    append(ActivityKind.TAGGED, tag, assigned);
    return assigned.size();
  }

  /**
   * Removes the tags of images.
   *
   * @return number of images that had a tag
   */
  public int unassign(Collection<Image> images) {
    var unassigned = assignments.unassign(keys(images));
    for (var tag : unassigned.isEmpty() ? List.<Tag>of() : tags.list()) {
      append(ActivityKind.UNTAGGED, tag, unassigned.getOrDefault(tag.id(), List.of()));
    }
    return unassigned.values().stream().mapToInt(List::size).sum();
  }

  /**
   * Counts the images that rules match.
   *
   * @param given in place of the rules of the tag
   * @throws NoSuchTagException if there is no such tag
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public RuleMatches count(int tagId, Optional<List<TagRule>> given) {
    if (!tags.exists(tagId)) throw new NoSuchTagException();
    return RuleMatches.of(tagId, rules.matches(given.orElseGet(() -> rules.list(tagId))).values());
  }

  /**
   * Assigns a tag to all images without a tag that its rules match. Nothing is locked during the
   * search.
   *
   * @return number of images that got the tag
   * @throws NoSuchTagException if there is no such tag
   */
  @RequiresRole(Role.ADMIN)
  public int apply(int tagId) {
    var matches = rules.untagged(rules.list(tagId));
    var tag = tags.lockForShare(tagId).orElseThrow(NoSuchTagException::new);
    var assigned = assignments.assignByRule(matches, tagId);
    append(ActivityKind.TAGGED, tag, assigned);
    return assigned.size();
  }

  private void append(ActivityKind kind, Tag tag, List<String> images) {
    log.append(Entry.of(Instant.now(), kind, tag.name()), ImageChanges.unmoved(images));
  }

  private static List<String> keys(Collection<Image> images) {
    return images.stream().map(Image::key).toList();
  }
}
