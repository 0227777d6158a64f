package diundashboard.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A position in an ordered list: the sort values of the last row of a page. It stays valid while
 * rows are added and removed. For clients the encoded cursor is opaque.
 *
 * @param values values of the columns that the list is ordered by
 */
public record Cursor(List<String> values) {

  public static Cursor of(String... values) {
    return new Cursor(List.of(values));
  }

  /** Cursor of a list ordered by id. */
  public static Cursor of(long id) {
    return of(String.valueOf(id));
  }

  /** Encodes the cursor as Base64url: letters, digits, {@code -} and {@code _}. */
  public String encode() {
    var json = Json.createArrayBuilder(values).build().toString();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  /**
   * Decodes the result of {@link #encode()}.
   *
   * @param size expected number of values
   * @throws InvalidInputException if the text is not such a cursor
   */
  public static Cursor decode(String text, int size) {
    try {
      var json = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      if (JsonReaders.read(json) instanceof JsonArray array && array.size() == size) {
        var cursor =
            new Cursor(array.stream().map(each -> ((JsonString) each).getString()).toList());
        if (cursor.encode().equals(text)) return cursor;
      }
    } catch (RuntimeException e) { // invalid Base64, JSON or types
      throw invalid();
    }
    throw invalid();
  }

  /**
   * Decodes the cursor of a list with several orders.
   *
   * @param order expected first value
   * @param size expected number of further values
   * @throws InvalidInputException if the text is not such a cursor
   */
  public static Cursor decode(String text, String order, int size) {
    var values = decode(text, size + 1).values();
    if (!values.get(0).equals(order)) throw invalid();
    return new Cursor(values.subList(1, size + 1));
  }

  /**
   * Decodes the cursor of a list ordered by id.
   *
   * @param text the encoded cursor, or null for the first page
   * @param start result for the first page
   * @throws InvalidInputException if the text is not such a cursor
   */
  public static long decodeId(String text, long start) {
    return text == null ? start : decode(text, 1).number(0);
  }

  /**
   * Returns a value that is an integer.
   *
   * @throws InvalidInputException if it is not
   */
  public long number(int index) {
    try {
      return Long.parseLong(values.get(index));
    } catch (NumberFormatException e) {
      throw invalid();
    }
  }

  private static InvalidInputException invalid() {
    return new InvalidInputException(
        "cursor",
        ProblemCode.INVALID_CURSOR,
        Map.of(),
        "Invalid cursor. Pass next_cursor from the previous response unchanged, or omit it to start at the first page.");
  }
}
