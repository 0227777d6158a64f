package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.problem.InvalidInputException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Set;

/** The query parameters of {@code GET /api/v1/images} and {@code GET /api/v1/inbox}. */
public class InboxParameters {

  @QueryParam("state")
  private String state;

  @QueryParam("q")
  @DefaultValue("")
  private String search;

  @QueryParam("tz")
  @DefaultValue("UTC")
  private String zone;

  @QueryParam("sort")
  @DefaultValue("newest")
  private String sort;

  @QueryParam("limit")
  private String limit;

  @QueryParam("cursor")
  private String cursor;

  @QueryParam("counts")
  private String counts;

  /**
   * Parses the parameters.
   *
   * @throws InvalidInputException if one is invalid
   */
  InboxQuery toQuery() {
    return InboxQuery.of(
        filterOf("q", search),
        SortOrder.of("sort", sort),
        PageLimit.of(limit),
        cursor,
        counts == null ? Set.of() : Facet.setOf(counts));
  }

  /**
   * Parses a search for images in the same state.
   *
   * @param field the parameter that contains the search
   * @throws InvalidInputException if it is invalid
   */
  InboxFilter filterOf(String field, String text) {
    var query = SearchQuery.parse(field, text);
    return new InboxFilter(stateFor(query), query, InboxFilter.zoneOf(query, zone));
  }

  private UpdateState stateFor(SearchQuery query) {
    return state == null ? query.stateOr(UpdateState.PENDING) : UpdateState.of(state);
  }
}
