package diundashboard.images;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.config.HoldPolicy;
import diundashboard.platform.config.ReopenPolicy;
import diundashboard.platform.config.SupersedePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Stores notifications: the updates of the images, and their occurrences. */
@Dependent
public class UpdateWriter {

  private static final List<DigestMoveDao.Left> NONE_LEFT = List.of();

  @Inject private UpdateDao updates;
  @Inject private UpdateStateDao states;
  @Inject private OccurrenceDao occurrences;
  @Inject private DigestMoveDao moves;
  @Inject private TagGroupDao tags;
  @Inject private VersionChanges changes;
  @Inject private HoldDao holds;

  /**
   * The effect of a notification.
   *
   * @param isNew true if it is the first one of the image, and the image is pending
   * @param isReopened true if the image was done or muted, and is pending again
   * @param left the references that the occurrence has left
   */
  public record Stored(boolean isNew, boolean isReopened, List<DigestMoveDao.Left> left) {

    /** True if the image was not pending before. */
    public boolean isOpened() {
      return isNew || isReopened;
    }
  }

  /**
   * The effects of notifications.
   *
   * @param stored in the order of the events
   * @param mayBeHeld the events whose occurrences may be held back
   * @param groups the tags at the places of the events
   */
  public record Effects(
      List<Stored> stored, List<ReceivedEvent> mayBeHeld, Map<TagGroup, List<TagAtPlace>> groups) {}

  /** Limits the waits of the transaction for locks of others, see {@code Dialect}. */
  public void limitLockWaits() {
    updates.limitLockWaits();
  }

  /**
   * Stores notifications in the caller's transaction, as if each was stored after the one before.
   * Locks the images in order, so that concurrent transactions do not deadlock. Therefore an event
   * of a reference without tag, which may lock other images, must be the only one.
   *
   * @param policy which of them make an acknowledged occurrence pending again
   * @param hold how long new digests are {@linkplain #hold held back}
   */
  public Effects store(List<ReceivedEvent> events, ReopenPolicy policy, HoldPolicy hold) {
    var stored = new IdentityHashMap<ReceivedEvent, Stored>();
    var ranks = new HashMap<String, Integer>();
    var mayBeHeld = new ArrayList<ReceivedEvent>();
    for (var round : rounds(events)) {
      var effects = storeRound(round, policy, hold, ranks, mayBeHeld);
      for (int i = 0; i < effects.size(); i++) stored.put(round.get(i), effects.get(i));
    }
    var groups = tags.read(events.stream().map(TagGroup::of).toList());
    var changed = changes.refresh(groups, ranks.keySet());
    groups.values().stream()
        .flatMap(List::stream)
        .filter(tag -> tag.isOpen() && isRiskier(tag, ranks.get(tag.image())))
        .forEach(tag -> changed.add(tag.image()));
    if (!changed.isEmpty()) states.refresh(changed);
    return new Effects(events.stream().map(stored::get).toList(), mayBeHeld, groups);
  }

  /**
   * Holds new digests back, after the images have got their tags.
   *
   * @param policy for images that have none, nor their tags
   */
  public Effects hold(Effects effects, HoldPolicy policy, Instant now) {
    if (effects.mayBeHeld.isEmpty()) return effects;
    var decided = holds.hold(effects.mayBeHeld, policy, now);
    if (decided.isEmpty()) return effects;
    states.refresh(decided);
    return new Effects(effects.stored, List.of(), tags.read(effects.groups.keySet()));
  }

  /** Returns the open tags at the places of notifications that are older than others. */
  public List<Superseded> superseded(Effects effects, SupersedePolicy policy) {
    return Superseded.in(effects.groups, policy).toList();
  }

  /**
   * Adds occurrences of images, in the caller's transaction, which has locked those that exist.
   * What was reported of the images elsewhere stays.
   *
   * @param events at most one of each image
   * @return those whose occurrences are new; another transaction may have added others meanwhile
   */
  public List<ReceivedEvent> add(List<ReceivedEvent> events) {
    updates.insertMissing(events);
    var added = Set.copyOf(occurrences.insertMissing(events));
    return events.stream().filter(event -> added.contains(event.key())).toList();
  }

  private static boolean isRiskier(TagAtPlace tag, Integer rankOfImage) {
    return rankOfImage != null && tag.change().kind().rank() < rankOfImage;
  }

  /** Divides events into rounds with at most one event of each image, in the order of arrival. */
  private static Collection<List<ReceivedEvent>> rounds(List<ReceivedEvent> events) {
    var seen = new HashMap<String, Integer>();
    return events.stream()
        .collect(
            groupingBy(event -> seen.merge(event.key(), 1, Integer::sum), TreeMap::new, toList()))
        .values();
  }

  private List<Stored> storeRound(
      List<ReceivedEvent> events,
      ReopenPolicy policy,
      HoldPolicy hold,
      Map<String, Integer> ranks,
      List<ReceivedEvent> mayBeHeld) {
    var left = events.size() == 1 ? moves.move(events.get(0).occurrence()) : NONE_LEFT;
    var before = updates.upsert(events);
    before.forEach((image, result) -> ranks.putIfAbsent(image, result.changeRank()));
    var after = occurrences.upsert(events, policy == ReopenPolicy.NEW_DIGEST, !hold.isNone());
    events.stream().filter(event -> after.get(event.key()).mayBeHeld()).forEach(mayBeHeld::add);
    return events.stream()
        .map(
            event ->
                change(event, before.get(event.key()), after.get(event.key()).isPending(), left))
        .toList();
  }

  private Stored change(
      ReceivedEvent event,
      UpdateDao.UpsertResult before,
      boolean isPending,
      List<DigestMoveDao.Left> left) {
    var isChanged = isPending && before.state() != UpdateState.PENDING;
    if (isChanged || !left.isEmpty()) states.refresh(List.of(event.key()));
    var isReopened = isPending && !before.state().isOpen();
    if (isReopened) updates.setPendingSince(event.occurrence().image(), event.at());
    return new Stored(before.isNew() && isPending, isReopened, left);
  }
}
