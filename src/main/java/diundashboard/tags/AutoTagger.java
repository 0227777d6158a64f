package diundashboard.tags;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gives images their tags by rules, within the transaction of whoever calls. */
@Dependent
public class AutoTagger {

  @Inject private TagDao tags;
  @Inject private TagAssignmentDao assignments;
  @Inject private TagRuleDao rules;

  /** Tags an image that has no tag by the first rule that finds it, and returns the tag. */
  public Optional<Tag> tag(RuleTarget subject) {
    return rules
        .tagFor(subject)
        .flatMap(found -> tags.lockForShare(found.id()))
        .filter(tag -> !assignments.assignByRule(List.of(subject.image()), tag.id()).isEmpty());
  }
}
