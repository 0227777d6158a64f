package diundashboard.platform.paging;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param nextCursor cursor of the next page, see {@link Cursor}; null on the last page
 */
@JsonbPropertyOrder({"items", "nextCursor"})
public record Page<T>(List<T> items, String nextCursor) {

  /**
   * Creates a page.
   *
   * @param rows the rows of the page and, if there are more, the next one: query {@code limit + 1}
   * @param cursor returns the cursor of a page that starts after a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) return new Page<>(rows, null);
    return new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)).encode());
  }
}
