package diundashboard.inbox;

import diundashboard.images.Image;
import diundashboard.problem.InvalidInputException;
import diundashboard.search.Search;
import diundashboard.search.Zone;
import diundashboard.web.JsonBody;
import java.util.Optional;

/** How a request's body says which images it is about. */
final class Choice {

  private Choice() {}

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
    var zone = Zone.of("tz", body.optionalText("tz").orElse("UTC"));
    return images
        .map(all -> Selection.of(all.stream().map(Image::parse).toList()))
        .or(() -> filter.map(text -> Selection.matching(Search.parse("filter", text), zone)));
  }

  static InvalidInputException missing() {
    return new InvalidInputException(
        "images",
        "Nothing says what this is about; give images, a list of references, or a filter.");
  }
}
