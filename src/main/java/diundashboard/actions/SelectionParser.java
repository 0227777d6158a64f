package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.problem.InvalidInputException;
import java.util.Optional;

/** How a request's body says which images it is about. */
final class SelectionParser {

  private SelectionParser() {}

  /**
   * {@code "images": [...]} or {@code "filter": "..."}, whose days begin as in the time zone {@code
   * "tz"}; empty if there is neither.
   *
   * @throws InvalidInputException if there are both, or one cannot be understood
   */
  static Optional<Selection> of(JsonBody body) {
    var images = body.optionalTexts("images");
    var filter = body.optionalText("filter");
    if (images.isPresent() && filter.isPresent()) {
      throw new InvalidInputException(
          "filter", "There are images and a filter; give only one of them.");
    }
    var zone = TimeZoneParameter.of("tz", body.optionalText("tz").orElse("UTC"));
    return images
        .map(all -> Selection.of(all.stream().map(Image::parse).toList()))
        .or(() -> filter.map(text -> Selection.matching(SearchQuery.parse("filter", text), zone)));
  }

  static InvalidInputException missing() {
    return new InvalidInputException(
        "images",
        "Nothing says what this is about; give images, a list of references, or a filter.");
  }
}
