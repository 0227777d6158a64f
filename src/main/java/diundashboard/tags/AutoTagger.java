package diundashboard.tags;

import diundashboard.images.Image;
import diundashboard.images.Occurrence;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Assigns tags by rule, in the caller's transaction. */
@Dependent
public class AutoTagger {

  @Inject private TagDao tags;
  @Inject private TagAssignmentDao assignments;
  @Inject private TagRuleDao rules;

  /**
   * Tags an image by the first rule that matches, unless it has a tag.
   *
   * @param occurrence the image on the host that reported it
   * @return the tag that was assigned
   */
  public Optional<Tag> tag(Occurrence occurrence) {
    return rules
        .firstMatch(RuleTarget.of(occurrence))
        .flatMap(match -> tags.lockForShare(match.id()))
        .filter(tag -> assign(occurrence, tag));
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

  private boolean assign(Occurrence occurrence, Tag tag) {
    return !assignments.assignByRule(List.of(occurrence.image().key()), tag.id()).isEmpty();
  }
}
