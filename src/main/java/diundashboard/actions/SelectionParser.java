package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.problem.InvalidInputException;
import java.util.Optional;

/** Reads from a request body which images an action applies to. */
final class SelectionParser {

  private SelectionParser() {}

  /**
   * Reads {@code "images": [...]} or {@code "filter": "..."}, whose days are those of the time zone
   * {@code "tz"}. Empty if there is neither.
   *
   * @throws InvalidInputException if there are both, or one is invalid
   */
  static Optional<Selection> of(JsonBody body) {
    var images = body.optionalTexts("images");
    var filter = body.optionalText("filter");
    if (images.isPresent() && filter.isPresent()) {
      throw new InvalidInputException("filter", "Pass either images or filter, not both.");
    }
    var zone = TimeZoneParameter.of("tz", body.optionalText("tz").orElse("UTC"));
    return images(body)
        .or(() -> filter.map(text -> Selection.matching(SearchQuery.parse("filter", text), zone)));
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
    return new InvalidInputException("images", "Pass images (an array of references) or filter.");
  }
}
