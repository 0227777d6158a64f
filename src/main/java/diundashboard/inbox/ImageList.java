package diundashboard.inbox;

import diundashboard.paging.Cursor;
import java.util.Set;

/**
 * What somebody wants to see of the images.
 *
 * @param limit how many at most
 * @param cursor the {@code next_cursor} of the page before; null for the first page
 * @param counts what to count all of them by
 */
record ImageList(Filter filter, Sort sort, int limit, String cursor, Set<Facet> counts) {

  /**
   * What the row before the page is ordered by; null for the first page.
   *
   * @throws diundashboard.problem.InvalidInputException if the cursor is not of a list in this
   *     order
   */
  Cursor after() {
    return cursor == null ? null : Cursor.decode(cursor, order(), 2);
  }

  /** Where a page begins that follows a row. */
  Cursor behind(ImageDao.Row row) {
    return Cursor.of(order(), row.sortedBy(), row.item().image().reference());
  }

  /** Cursors of other states and orders mean nothing here. */
  private String order() {
    return filter.state().value() + " " + sort.value();
  }
}
