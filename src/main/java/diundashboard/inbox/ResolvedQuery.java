package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxFilter.FilterConditions;
import diundashboard.platform.database.Condition;
import java.time.Instant;

/**
 * An {@link InboxQuery} at a moment.
 *
 * @param state of the images
 * @param validUntil from when the same query may match other images although no data has changed;
 *     {@link Instant#MAX} for never
 */
record ResolvedQuery(FilterConditions conditions, UpdateState state, Instant validUntil) {

  /** Returns the query for images {@code u} that match a condition. */
  ResolvedQuery within(Condition images) {
    var narrowed =
        new FilterConditions(images.and(conditions.images()), images.and(conditions.occurrences()));
    return new ResolvedQuery(narrowed, state, validUntil);
  }

  /** Matches rows of {@code updates u}. */
  Condition images() {
    return conditions.images();
  }

  /** Matches rows of {@code occurrences o} and {@code updates u}. */
  Condition occurrences() {
    return conditions.occurrences();
  }
}
