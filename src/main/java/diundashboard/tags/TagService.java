package diundashboard.tags;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What can be done with tags; each change is one transaction. */
@Stateless
@RequiresRole(Role.EDITOR)
public class TagService {

  @Inject private TagDao tags;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /** All tags by name, as in the Go original. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<Tag> list() {
    return tags.list();
  }

  /** All tags by position, and by name where several have the same. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<TagDetails> details() {
    return tags.details();
  }

  /**
   * Creates a tag behind all others; with rules, only an admin does.
   *
   * @throws TagNameTakenException if there is one of this name
   */
  public TagDetails create(TagPatch creation) {
    if (!creation.rules().isEmpty()) caller.require(Role.ADMIN);
    tags.lock();
    var tag = tags.create(creation).orElseThrow(TagNameTakenException::new);
    tags.replaceRules(tag.id(), creation.rules());
    var details = tags.details(tag.id());
    append(ActivityKind.TAG_CREATED, tag.name());
    return details;
  }

  /**
   * Changes a tag, if it is there; its rules, only an admin does.
   *
   * @throws TagNameTakenException if another one has the name
   */
  public Optional<TagDetails> change(int id, TagPatch change) {
    if (change.rules() != null) caller.require(Role.ADMIN);
    tags.lock();
    var tag = tags.change(id, change);
    if (tag.isEmpty()) return Optional.empty();
    if (change.rules() != null) tags.replaceRules(id, change.rules());
    var details = tags.details(id);
    append(ActivityKind.TAG_CHANGED, details.name());
    return Optional.of(details);
  }

  /**
   * Puts tags first, in this order; the others follow as they did.
   *
   * @throws InvalidInputException if one is not there
   */
  public void order(List<Integer> ids) {
    tags.lock();
    var before = tags.ids();
    var after = new LinkedHashSet<>(ids);
    after.addAll(before);
    if (after.size() > before.size()) {
      throw new InvalidInputException(
          "ids", "One of the ids is no tag's; GET api/v1/tags lists them.");
    }
    if (before.equals(List.copyOf(after))) return;
    tags.order(after);
    append(ActivityKind.TAG_CHANGED, "");
  }

  /** Deletes a tag and frees its images; says whether it was there. */
  @RequiresRole(Role.ADMIN)
  public boolean delete(int id) {
    tags.lock();
    var tag = tags.delete(id);
    tag.ifPresent(deleted -> append(ActivityKind.TAG_DELETED, deleted.name()));
    return tag.isPresent();
  }

  private void append(ActivityKind kind, String name) {
    log.append(Entry.of(Instant.now(), kind, name));
  }
}
