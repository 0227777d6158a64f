package diundashboard.views;

import diundashboard.inbox.SortOrder;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Locale;
import java.util.Map;

/** A request to create or replace a saved view. */
record SavedViewRequest(String name, String query, SortOrder order, Grouping group) {

  private static final int MAX_NAME_LENGTH = 60;

  /**
   * Reads the body of a request. Only the name is required.
   *
   * @throws InvalidInputException if a member is missing or invalid
   */
  static SavedViewRequest of(JsonBody body) {
    return new SavedViewRequest(
        name(body),
        query(body),
        body.optionalText("order")
            .map(text -> SortOrder.of("order", text))
            .orElse(SortOrder.NEWEST),
        body.optionalText("group").map(Grouping::of).orElse(Grouping.TAG));
  }

  private static String name(JsonBody body) {
    var name = body.text("name").strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new InvalidInputException(
          "name",
          ProblemCode.INVALID_VIEW_NAME,
          Map.of("max", MAX_NAME_LENGTH),
          "The name must have 1 to " + MAX_NAME_LENGTH + " characters.");
    }
    return name;
  }

  private static String query(JsonBody body) {
    var query = body.optionalText("query").orElse("").strip();
    SearchQuery.parse("query", query);
    return query;
  }

  /** The name without its case. Databases compare the case of letters beyond ASCII differently. */
  String key() {
    return name.toLowerCase(Locale.ROOT);
  }
}
