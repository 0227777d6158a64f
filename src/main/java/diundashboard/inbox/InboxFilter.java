package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import diundashboard.platform.http.TimeZoneParameter;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Selects images by state and search.
 *
 * @param zone the time zone of the days in the search
 */
public record InboxFilter(UpdateState state, SearchQuery search, ZoneId zone) {

  /**
   * Returns the time zone of a search for a list.
   *
   * @param zones see {@link TimeZoneParameter}; ignored if the search has no days, so that a zone
   *     that only the client knows does not matter
   */
  public static ZoneId zoneOf(SearchQuery search, String zones) {
    return search.hasDays() ? TimeZoneParameter.orUtc(zones) : TimeZoneParameter.DEFAULT;
  }

  /** Returns the filter for the images that a search finds as well. */
  InboxFilter and(SearchQuery other) {
    return new InboxFilter(state, search.and(other), zone);
  }

  /** The name of the time zone; null if the search has no days. */
  String zoneName() {
    return search.hasDays() ? zone.getId() : null;
  }

  /** Returns the conditions of the filter at a moment. */
  public FilterConditions at(Instant now) {
    var terms = search.condition(now.atZone(zone));
    var occurrences = state.occurrence().and(terms);
    var images =
        search.isAboutOccurrences()
            ? occurrences.within(
                "EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image AND (%s))")
            : terms;
    return new FilterConditions(state.condition().and(images), state.condition().and(occurrences));
  }

  /**
   * The conditions of a filter.
   *
   * @param images matches rows of {@code updates u} with an occurrence that the filter finds
   * @param occurrences matches rows of {@code occurrences o} and {@code updates u}
   */
  public record FilterConditions(Condition images, Condition occurrences) {}
}
