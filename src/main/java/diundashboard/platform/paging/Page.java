package diundashboard.platform.paging;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins, see {@link Cursor}; null behind the last one
 */
@JsonbPropertyOrder({"items", "nextCursor"})
public record Page<T>(List<T> items, String nextCursor) {

  /**
   * Makes a page of rows of which one more than the limit was asked for.
   *
   * @param cursor where a page begins that follows a row
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) return new Page<>(rows, null);
    return new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)).encode());
  }
}
