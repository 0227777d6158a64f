package diundashboard.tags;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.counts.ImageCounts;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
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
import java.util.Map;

/** Reads and changes tags. Each change is one transaction. */
@Stateless
@RequiresRole(Role.EDITOR)
public class TagService {

  @Inject private TagDao tags;
  @Inject private TagRuleDao rules;
  @Inject private ImageCounts images;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /** Returns all tags by name, the order of the Go original. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<Tag> list() {
    return tags.list();
  }

  /** Returns all tags by position, then by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<TagDetails> details() {
    var allRules = rules.all();
    return tags.details(images.current()).stream()
        .map(tag -> tag.withRules(allRules.getOrDefault(tag.id(), List.of())))
        .toList();
  }

  /**
   * Creates a tag after all others. Rules require the role admin.
   *
   * @throws TagNameTakenException if a tag has the name, in upper or lower case
   */
  public TagDetails create(TagPatch creation) {
    if (!creation.rules().isEmpty()) caller.require(Role.ADMIN);
    tags.lock();
    requireFree(creation.name(), tags.list());
    var tag = tags.create(creation).orElseThrow(() -> new TagNameTakenException(creation.name()));
    rules.replace(tag.id(), creation.rules());
    var details = detailsOf(tag.id());
    append(ActivityKind.TAG_CREATED, tag.name());
    return details;
  }

  /**
   * Changes a tag. Rules require the role admin.
   *
   * @throws NoSuchTagException if there is no such tag
   * @throws TagNameTakenException if another tag has the new name, in upper or lower case
   */
  public TagDetails change(int id, TagPatch change) {
    if (change.rules() != null) caller.require(Role.ADMIN);
    tags.lock();
    var all = tags.list();
    if (all.stream().noneMatch(tag -> tag.id() == id && tag.name().equals(change.name()))) {
      requireFree(change.name(), all.stream().filter(tag -> tag.id() != id).toList());
    }
    var tag = tags.change(id, change).orElseThrow(NoSuchTagException::new);
    if (change.rules() != null) rules.replace(id, change.rules());
    var details = detailsOf(id);
    append(ActivityKind.TAG_CHANGED, tag.name());
    return details;
  }

  /**
   * Moves tags to the front, in this order. The other tags keep their order.
   *
   * @throws InvalidInputException if a tag does not exist
   */
  public void order(List<Integer> ids) {
    tags.lock();
    var before = tags.ids();
    var after = new LinkedHashSet<>(ids);
    after.addAll(before);
    if (after.size() > before.size()) {
      throw new InvalidInputException(
          "ids",
          ProblemCode.UNKNOWN_TAGS,
          Map.of(),
          "Unknown tag id. GET /api/v1/tags lists all tags.");
    }
    if (before.equals(List.copyOf(after))) return;
    tags.order(after);
    append(ActivityKind.TAG_CHANGED, "");
  }

  /**
   * Deletes a tag. Its images have no tag afterwards.
   *
   * @throws NoSuchTagException if there is no such tag
   */
  @RequiresRole(Role.ADMIN)
  public void delete(int id) {
    tags.lock();
    var tag = tags.delete(id).orElseThrow(NoSuchTagException::new);
    append(ActivityKind.TAG_DELETED, tag.name());
  }

  private static void requireFree(String name, List<Tag> others) {
    if (others.stream().anyMatch(tag -> tag.name().equalsIgnoreCase(name))) {
      throw new TagNameTakenException(name);
    }
  }

  private TagDetails detailsOf(int id) {
    return tags.details(id).withRules(rules.reread(id));
  }

  private void append(ActivityKind kind, String name) {
    log.append(Entry.of(Instant.now(), kind, name));
  }
}
