package diundashboard.inbox;

import diundashboard.platform.paging.Cursor;
import diundashboard.platform.problem.InvalidInputException;
import java.util.Set;

/**
 * What somebody wants to see of the images.
 *
 * @param limit how many at most
 * @param after what the row before the page is ordered by; null for the first page
 * @param counts what to count all of them by
 */
public record InboxQuery(
    InboxFilter filter, SortOrder sort, int limit, Cursor after, Set<Facet> counts) {

  /**
   * A page.
   *
   * @param cursor the {@code next_cursor} of the page before; null for the first one
   * @throws InvalidInputException if the cursor is of another state or order
   */
  static InboxQuery of(
      InboxFilter filter, SortOrder sort, int limit, String cursor, Set<Facet> counts) {
    var after = cursor == null ? null : Cursor.decode(cursor, order(filter, sort), 2);
    return new InboxQuery(filter, sort, limit, after, counts);
  }

  /** Where a page begins that follows a row. */
  Cursor cursorAfter(InboxDao.Row row) {
    return Cursor.of(order(filter, sort), row.sortedBy(), row.item().image().reference());
  }

  private static String order(InboxFilter filter, SortOrder sort) {
    return filter.state().value() + " " + sort.value();
  }
}
