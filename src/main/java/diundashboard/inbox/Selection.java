package diundashboard.inbox;

import diundashboard.images.Image;
import diundashboard.search.Condition;
import diundashboard.search.Search;
import diundashboard.updates.UpdateDao;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Which images a change is about. */
@FunctionalInterface
public interface Selection {

  /** All, whatever their state. */
  Selection ALL = (updates, now) -> Condition.ANY;

  /** What rows have to fulfil at a moment. */
  Condition condition(UpdateDao updates, Instant now);

  /** These, whatever their state. */
  static Selection of(List<Image> images) {
    return (updates, now) -> updates.among(images);
  }

  /** Those of a tag, whatever their state. */
  static Selection ofTag(int tagId) {
    return (updates, now) ->
        Condition.of("u.image IN (SELECT image FROM tag_assignments WHERE tag_id = ?)", tagId);
  }

  /** All pending ones that a search finds. */
  static Selection matching(Search search) {
    return (updates, now) -> new Filter(State.PENDING, search, ZoneOffset.UTC).condition(now);
  }
}
