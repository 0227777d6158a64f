package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.images.UpdateConditions;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxFilter;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The images that an action applies to. */
@FunctionalInterface
public interface Selection {

  /** All images, regardless of their state. */
  Selection ALL = now -> Condition.ANY;

  /** Matches the images at a moment. */
  Condition condition(Instant now);

  /** These images, regardless of their state. */
  static Selection of(List<Image> images) {
    return now -> UpdateConditions.of(images);
  }

  /** Images with a tag, regardless of their state. */
  static Selection ofTag(int tagId) {
    return now ->
        Condition.of("u.image IN (SELECT image FROM tag_assignments WHERE tag_id = ?)", tagId);
  }

  /** Pending images that match a search. */
  static Selection matching(SearchQuery search, ZoneId zone) {
    return now -> new InboxFilter(UpdateState.PENDING, search, zone).condition(now);
  }
}
