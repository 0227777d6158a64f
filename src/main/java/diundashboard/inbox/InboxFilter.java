package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Selects images by state and search.
 *
 * @param zone the time zone of the days in the search
 */
public record InboxFilter(UpdateState state, SearchQuery search, ZoneId zone) {

  /** Returns the condition that rows of {@code updates u} match at a moment. */
  public Condition condition(Instant now) {
    return state.condition().and(search.condition(now.atZone(zone), state.isOpen()));
  }
}
