package diundashboard.inbox;

import static java.time.temporal.ChronoUnit.MINUTES;

import diundashboard.platform.paging.Cursor;
import diundashboard.platform.problem.InvalidInputException;
import java.time.Instant;
import java.util.Set;

/**
 * A request for one page of images.
 *
 * @param limit the maximum number of images on the page
 * @param after sort key and reference of the last image on the previous page; null for the first
 *     page
 * @param facets the facets to count the images of all pages by
 */
public record InboxQuery(
    InboxFilter filter, SortOrder sort, int limit, Cursor after, Set<Facet> facets) {

  /**
   * Creates a query.
   *
   * @param cursor the {@code next_cursor} of the previous page; null for the first page
   * @throws InvalidInputException if the cursor belongs to another state or sort order
   */
  static InboxQuery of(
      InboxFilter filter, SortOrder sort, int limit, String cursor, Set<Facet> facets) {
    var after = cursor == null ? null : Cursor.decode(cursor, listOf(filter, sort), 2);
    return new InboxQuery(filter, sort, limit, after, facets);
  }

  /** Resolves the query, whose search may depend on the time. */
  ResolvedQuery at(Instant now) {
    return new ResolvedQuery(filter.at(now), filter.state(), validUntil(now));
  }

  private Instant validUntil(Instant now) {
    return filter.search().dependsOnTime()
        ? now.truncatedTo(MINUTES).plus(1, MINUTES)
        : Instant.MAX;
  }

  /** Returns the cursor of the page that follows an image. */
  Cursor cursorAfter(InboxDao.Row last) {
    return Cursor.of(listOf(filter, sort), last.sortKey(), last.image());
  }

  /** Identifies the sorted list that a cursor belongs to. */
  private static String listOf(InboxFilter filter, SortOrder sort) {
    return filter.state().value() + " " + sort.value();
  }
}
