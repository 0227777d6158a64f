package diundashboard.summary;

import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxService.FoundImages;
import diundashboard.inbox.search.SearchQuery;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A label and a number in a coloured box. As JSON, it is what the endpoint badge of shields.io
 * reads, see https://shields.io/badges/endpoint-badge.
 *
 * @param schemaVersion the version of the format
 * @param label the search, or {@code updates} without one
 * @param color six hexadecimal digits; white text on it is readable
 */
@JsonbPropertyOrder({"schemaVersion", "label", "message", "color"})
public record Badge(
    @JsonbProperty("schemaVersion") int schemaVersion, String label, String message, String color) {

  private static final int VERSION = 1;

  private static final String GREEN = "2e7d32";
  private static final String ORANGE = "b45309";
  private static final String RED = "b91c1c";
  private static final String BLUE = "1d4ed8";

  private static final int MAX_LABEL = 60;

  static Badge of(SearchQuery search, FoundImages found) {
    var isPending = search.stateOr(UpdateState.PENDING) == UpdateState.PENDING;
    return isPending
        ? new Badge(VERSION, labelOf(search), pending(found), colourOf(found))
        : new Badge(VERSION, labelOf(search), String.valueOf(found.total()), BLUE);
  }

  private static String labelOf(SearchQuery search) {
    var text = search.equals(SearchQuery.ALL) ? "updates" : search.toString();
    if (text.codePointCount(0, text.length()) <= MAX_LABEL) return text;
    return text.substring(0, text.offsetByCodePoints(0, MAX_LABEL - 1)) + "…";
  }

  private static String pending(FoundImages found) {
    if (found.total() == 0) return "none pending";
    var pending = found.total() + " pending";
    return found.major() == 0 ? pending : "%s, %d major".formatted(pending, found.major());
  }

  private static String colourOf(FoundImages found) {
    if (found.total() == 0) return GREEN;
    return found.major() == 0 ? ORANGE : RED;
  }

  /** What the badge says, for screen readers and tooltips. */
  String title() {
    return label + ": " + message;
  }
}
