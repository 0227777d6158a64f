package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.images.UpdateState;
import diundashboard.images.UpdateStateDao;
import diundashboard.inbox.InboxFilter;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Which images a change is about. */
@FunctionalInterface
public interface Selection {

  /** All, whatever their state. */
  Selection ALL = (states, now) -> Condition.ANY;

  /** What rows have to fulfil at a moment. */
  Condition condition(UpdateStateDao states, Instant now);

  /** These, whatever their state. */
  static Selection of(List<Image> images) {
    return (states, now) -> states.among(images);
  }

  /** Those of a tag, whatever their state. */
  static Selection ofTag(int tagId) {
    return (states, now) ->
        Condition.of("u.image IN (SELECT image FROM tag_assignments WHERE tag_id = ?)", tagId);
  }

  /** All pending ones that a search finds. */
  static Selection matching(SearchQuery search, ZoneId zone) {
    return (states, now) -> new InboxFilter(UpdateState.PENDING, search, zone).condition(now);
  }
}
