package diundashboard.inbox;

import diundashboard.search.Condition;
import diundashboard.search.Search;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which images a list holds.
 *
 * @param zone where the days of the search begin and end
 */
public record Filter(State state, Search search, ZoneId zone) {

  Condition condition(Instant now) {
    return state.condition().and(search.condition(now.atZone(zone), state.isOpen()));
  }
}
