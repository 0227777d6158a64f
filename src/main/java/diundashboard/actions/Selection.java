package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.images.UpdateState;
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
  Selection ALL = now -> Condition.ANY;

  /** What rows have to fulfil at a moment. */
  Condition condition(Instant now);

  /** These, whatever their state. */
  static Selection of(List<Image> images) {
    return now -> Condition.in("u.image", images.stream().map(Image::key).toList());
  }

  /** Those of a tag, whatever their state. */
  static Selection ofTag(int tagId) {
    return now ->
        Condition.of("u.image IN (SELECT image FROM tag_assignments WHERE tag_id = ?)", tagId);
  }

  /** All pending ones that a search finds. */
  static Selection matching(SearchQuery search, ZoneId zone) {
    return now -> new InboxFilter(UpdateState.PENDING, search, zone).condition(now);
  }
}
