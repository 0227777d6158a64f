package diundashboard.actions;

import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import diundashboard.platform.http.TimeZoneParameter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A filter of past actions.
 *
 * @param types empty matches all
 * @param actor the name of a user or token, or its beginning and {@code *}; null matches all
 * @param undone whether they were undone; empty matches all
 * @param search finds one of the occurrences that the action changed
 * @param zone the time zone of the days in the search
 */
record ActionFilter(
    List<ActionType> types,
    String actor,
    Optional<Boolean> undone,
    SearchQuery search,
    ZoneId zone) {

  /** Matches the actions of a type. */
  static ActionFilter of(ActionType type) {
    return new ActionFilter(
        List.of(type), null, Optional.empty(), SearchQuery.ALL, TimeZoneParameter.DEFAULT);
  }

  /** Matches rows of {@code changes c}, whatever their occurrences. */
  Condition condition() {
    var conditions = new ArrayList<Condition>();
    if (!types.isEmpty()) {
      conditions.add(Condition.in("c.kind", types.stream().map(ActionType::value).toList()));
    }
    if (actor != null) conditions.add(byActor());
    undone.ifPresent(
        isUndone ->
            conditions.add(Condition.of("c.undone_at IS " + (isUndone ? "NOT NULL" : "NULL"))));
    return Condition.all(conditions);
  }

  private Condition byActor() {
    if (!actor.endsWith("*")) return Condition.of("c.actor = ?", actor);
    var start = actor.substring(0, actor.length() - 1);
    var length = start.codePointCount(0, start.length());
    return Condition.of("substr(c.actor, 1, %d) = ?".formatted(length), start);
  }
}
