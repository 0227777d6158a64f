package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which images a list holds.
 *
 * @param zone where the days of the search begin and end
 */
public record InboxFilter(UpdateState state, SearchQuery search, ZoneId zone) {

  public Condition condition(Instant now) {
    return state.condition().and(search.condition(now.atZone(zone), state.isOpen()));
  }
}
