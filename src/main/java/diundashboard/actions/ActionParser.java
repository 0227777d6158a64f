package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.images.SnoozeEnd;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxFilter;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads actions from request bodies. */
final class ActionParser {

  private ActionParser() {}

  /**
   * Reads an action: {@code images}, {@code filter} with {@code state} and {@code tz}, {@code host}
   * and {@code workload}, of which one is required; {@code note}, {@code until} and {@code strict}.
   *
   * @throws InvalidInputException if there is no selection, or a member is invalid
   */
  static Action parse(ActionType type, JsonBody body) {
    var until = type == ActionType.SNOOZE ? SnoozeEnd.parse(body.text("until")) : null;
    return new Action(
        type, selectionOf(type, body), NoteParser.of(body), until, body.flag("strict"));
  }

  private static Selection selectionOf(ActionType type, JsonBody body) {
    var images = body.optionalTexts("images").map(ActionParser::imagesOf);
    var filter = body.optionalText("filter").map(text -> filterOf(type, body, text));
    var host = body.optionalText("host");
    var workload = body.optionalText("workload");
    if (images.isEmpty() && filter.isEmpty() && host.isEmpty() && workload.isEmpty()) {
      throw new InvalidInputException(
          "images",
          ProblemCode.MISSING_IMAGES,
          Map.of(),
          "Pass images (an array of references), filter, host or workload.");
    }
    return new Selection(
        images.orElse(null),
        filter.orElse(null),
        null,
        null,
        host.orElse(null),
        workload.orElse(null));
  }

  private static List<Image> imagesOf(List<String> references) {
    return references.stream().map(Image::parse).toList();
  }

  /**
   * Reads a filter. Unlike a list, an action does not assume UTC for an unknown zone: it would
   * apply to other occurrences than the user sees.
   */
  private static InboxFilter filterOf(ActionType type, JsonBody body, String text) {
    var search = SearchQuery.parse("filter", text);
    var state =
        body.optionalText("state")
            .map(UpdateState::of)
            .orElseGet(() -> search.stateOr(type.defaultState()));
    var zone =
        search.hasDays()
            ? body.optionalText("tz").map(zones -> TimeZoneParameter.of("tz", zones))
            : Optional.<ZoneId>empty();
    return new InboxFilter(state, search, zone.orElse(TimeZoneParameter.DEFAULT));
  }
}
