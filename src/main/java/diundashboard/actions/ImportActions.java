package diundashboard.actions;

import diundashboard.images.ActionStamp;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.ReceivedEvent;
import diundashboard.images.ReplacementDao;
import diundashboard.images.ReplacementDao.Place;
import diundashboard.images.Superseded;
import diundashboard.images.UpdateWriter;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Stores what Diun should have reported, as an action that users can undo. */
@Dependent
public class ImportActions {

  @Inject private Settings settings;
  @Inject private UpdateWriter updates;
  @Inject private OccurrenceStateDao occurrences;
  @Inject private ReplacementDao replacements;
  @Inject private UndoableActionDao actions;

  /**
   * A part of an import.
   *
   * @param id of the action; null if there is none yet
   * @param images keys of the images that it changed
   * @param occurrences how many it changed
   */
  public record Performed(Long id, Set<String> images, int occurrences) {}

  /**
   * Stores a part of an import in the caller's transaction, which has locked the images. The caller
   * {@linkplain diundashboard.images.UpdateStateDao#refresh refreshes} and {@linkplain #count
   * counts} them.
   *
   * @param stamp its id is 0 if there is no action yet
   * @param added first events of images, which are done
   * @param missed events that Diun has not reported
   */
  public Performed perform(
      ActionStamp stamp, List<ReceivedEvent> added, List<ReceivedEvent> missed) {
    if (added.isEmpty() && missed.isEmpty()) {
      return new Performed(stamp.id() == 0 ? null : stamp.id(), Set.of(), 0);
    }
    var isOpen = stamp.id() != 0 && actions.lockUnlessUndone(stamp.id());
    var current = isOpen ? stamp : actions.create(ActionType.IMPORT, stamp);
    var done = add(current, added);
    var superseded = report(current, missed);
    for (var each : superseded) supersede(current, each);
    var places = new HashSet<Place>();
    done.forEach(event -> places.add(Place.of(event)));
    missed.forEach(event -> places.add(Place.of(event)));
    superseded.forEach(each -> places.addAll(Place.allOf(each)));
    var images = places.stream().map(Place::image).toList();
    return new Performed(current.id(), new TreeSet<>(images), places.size());
  }

  private List<ReceivedEvent> add(ActionStamp stamp, List<ReceivedEvent> events) {
    var added = updates.add(events);
    replacements.record(stamp.id(), placesOf(added));
    var imported = new ActionStamp(stamp.id(), stamp.at(), ActionStamp.IMPORTED, "");
    occurrences.acknowledge(imported, keysOf(added));
    return added;
  }

  private List<Superseded> report(ActionStamp stamp, List<ReceivedEvent> missed) {
    if (missed.isEmpty()) return List.of();
    var places = placesOf(missed);
    replacements.record(stamp.id(), places);
    replacements.keep(stamp.id(), places);
    var stored = updates.store(missed, settings.reopen(), settings.hold());
    var held = updates.hold(stored, settings.hold(), stamp.at());
    occurrences.stamp(stamp, keysOf(missed));
    return updates.superseded(held, settings.supersede());
  }

  private void supersede(ActionStamp stamp, Superseded tags) {
    var places = Place.allOf(tags);
    replacements.record(stamp.id(), places);
    replacements.keep(stamp.id(), places);
    occurrences.supersede(
        new ActionStamp(stamp.id(), stamp.at(), ActionStamp.SUPERSEDED, ""), tags);
  }

  private static List<Place> placesOf(Collection<ReceivedEvent> events) {
    return events.stream().map(Place::of).toList();
  }

  private static List<String> keysOf(Collection<ReceivedEvent> events) {
    return events.stream().map(ReceivedEvent::key).distinct().toList();
  }

  /** Adds what a part changed to its action. */
  public void count(Performed part) {
    if (part.images().isEmpty()) return;
    actions.addChanges(part.id(), part.images(), part.occurrences());
  }
}
