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

  /** Matches rows of {@code updates u}. */
  Condition images() {
    return conditions.images();
  }

  /** Matches rows of {@code occurrences o} and {@code updates u}. */
  Condition occurrences() {
    return conditions.occurrences();
  }
}
