package diundashboard.inbox;

import diundashboard.paging.Cursor;
import diundashboard.problem.InvalidInputException;
import java.util.Set;

/**
 * What somebody wants to see of the images.
 *
 * @param limit how many at most
 * @param after what the row before the page is ordered by; null for the first page
 * @param counts what to count all of them by
 */
public record ImageList(Filter filter, Sort sort, int limit, Cursor after, Set<Facet> counts) {

  /**
   * A page.
   *
   * @param cursor the {@code next_cursor} of the page before; null for the first one
   * @throws InvalidInputException if the cursor is of another state or order
   */
  static ImageList of(Filter filter, Sort sort, int limit, String cursor, Set<Facet> counts) {
    var after = cursor == null ? null : Cursor.decode(cursor, order(filter, sort), 2);
    return new ImageList(filter, sort, limit, after, counts);
  }

  /** Where a page begins that follows a row. */
  Cursor behind(ImageDao.Row row) {
    return Cursor.of(order(filter, sort), row.sortedBy(), row.item().image().reference());
  }

  private static String order(Filter filter, Sort sort) {
    return filter.state().value() + " " + sort.value();
  }
}
