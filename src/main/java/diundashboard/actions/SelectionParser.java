package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Reads from a request body which images an action applies to. */
final class SelectionParser {

  private SelectionParser() {}

  /**
   * Reads {@code "images": [...]} or {@code "filter": "..."}, whose days are those of the time zone
   * {@code "tz"}. Empty if there is neither. Unlike a list, an action does not assume UTC for an
   * unknown zone: it would apply to other images than the user sees.
   *
   * @throws InvalidInputException if there are both, or one is invalid
   */
  static Optional<Selection> of(JsonBody body) {
    var images = body.optionalTexts("images");
    var filter = body.optionalText("filter");
    if (images.isPresent() && filter.isPresent()) {
      throw new InvalidInputException(
          "filter",
          ProblemCode.IMAGES_AND_FILTER,
          Map.of(),
          "Pass either images or filter, not both.");
    }
    return images(body).or(() -> filter.map(text -> matching(text, body)));
  }

  private static Selection matching(String filter, JsonBody body) {
    var search = SearchQuery.parse("filter", filter);
    var zone =
        search.hasDays()
            ? body.optionalText("tz").map(zones -> TimeZoneParameter.of("tz", zones))
            : Optional.<ZoneId>empty();
    return Selection.matching(search, zone.orElse(TimeZoneParameter.DEFAULT));
  }

  /**
   * Reads {@code "images": [...]}. Empty if there are none.
   *
   * @throws InvalidInputException if it is not an array of references
   */
  static Optional<Selection> images(JsonBody body) {
    return body.optionalTexts("images")
        .map(references -> Selection.of(references.stream().map(Image::parse).toList()));
  }

  static InvalidInputException missing() {
    return new InvalidInputException(
        "images",
        ProblemCode.MISSING_IMAGES,
        Map.of(),
        "Pass images (an array of references) or filter.");
  }
}
