package diundashboard.actions;

import diundashboard.inbox.InboxFilter;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.BooleanParameter;
import diundashboard.platform.http.TextParameter;
import diundashboard.platform.problem.InvalidInputException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** The query parameters of {@code GET /api/v1/actions}. */
public class ActionParameters {

  @QueryParam("kind")
  private String kinds;

  @QueryParam("actor")
  private String actor;

  @QueryParam("undone")
  private String undone;

  @QueryParam("q")
  @DefaultValue("")
  private String search;

  @QueryParam("tz")
  @DefaultValue("UTC")
  private String zone;

  /**
   * Parses the parameters.
   *
   * @throws InvalidInputException if one is invalid
   */
  ActionFilter toFilter() {
    var query = SearchQuery.parse("q", search);
    return new ActionFilter(
        kinds == null ? List.of() : ActionType.listOf(kinds),
        TextParameter.of("actor", actor),
        Optional.ofNullable(undone).map(text -> BooleanParameter.of("undone", text)),
        query,
        InboxFilter.zoneOf(query, zone));
  }
}
