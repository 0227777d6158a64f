package diundashboard.summary;

import diundashboard.inbox.InboxFilter;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.problem.InvalidInputException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;

/** The query parameters of summaries and badges: which images they count. */
public class SummaryParameters {

  @QueryParam("q")
  @DefaultValue("")
  private String search;

  @QueryParam("tz")
  @DefaultValue("UTC")
  private String zone;

  /**
   * Parses the parameters.
   *
   * @throws InvalidInputException if the search is invalid
   */
  Images toImages() {
    var query = SearchQuery.parse("q", search);
    return new Images(query, InboxFilter.zoneOf(query, zone));
  }

  /**
   * The images to count.
   *
   * @param zone the time zone of the days in the search
   */
  record Images(SearchQuery search, ZoneId zone) {}
}
