package diundashboard.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.problem.InvalidInputException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Base64;
import java.util.List;

/**
 * A place in an ordered list: what the last row before it is ordered by. It stays good while rows
 * come and go. Clients hand back what {@link #encode()} made and need not know what it holds.
 *
 * @param values of the columns that the list is ordered by
 */
public record Cursor(List<String> values) {

  public static Cursor of(String... values) {
    return new Cursor(List.of(values));
  }

  /** For a list ordered by id. */
  public static Cursor of(long id) {
    return of(String.valueOf(id));
  }

  /** In letters, digits, {@code -} and {@code _} only. */
  public String encode() {
    var json = Json.createArrayBuilder(values).build().toString();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  /**
   * Reads what {@link #encode()} made.
   *
   * @param size how many values it has to hold
   * @throws InvalidInputException if it is anything else
   */
  public static Cursor decode(String text, int size) {
    try {
      var json = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      if (JsonReaders.read(json) instanceof JsonArray array && array.size() == size) {
        var cursor =
            new Cursor(array.stream().map(each -> ((JsonString) each).getString()).toList());
        if (cursor.encode().equals(text)) return cursor;
      }
    } catch (RuntimeException e) { // no Base64, no JSON, no texts: each with its own type
      throw invalid();
    }
    throw invalid();
  }

  /**
   * Reads the cursor of a list that has several orders.
   *
   * @param order the value that it has to begin with
   * @param size how many values it has to hold besides
   * @throws InvalidInputException if it is anything else
   */
  public static Cursor decode(String text, String order, int size) {
    var values = decode(text, size + 1).values();
    if (!values.get(0).equals(order)) throw invalid();
    return new Cursor(values.subList(1, size + 1));
  }

  /**
   * Reads the cursor of a list ordered by id.
   *
   * @param text null for the beginning
   * @param beginning what stands for the beginning
   */
  public static long decodeId(String text, long beginning) {
    if (text == null) return beginning;
    try {
      return Long.parseLong(decode(text, 1).values().get(0));
    } catch (NumberFormatException e) {
      throw invalid();
    }
  }

  private static InvalidInputException invalid() {
    return new InvalidInputException(
        "cursor",
        "The cursor is none of this list's; give the next_cursor of an answer as it was, or leave it out to begin anew.");
  }
}
