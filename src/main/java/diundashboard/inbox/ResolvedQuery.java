package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.platform.database.Condition;
import java.time.Instant;

/**
 * An {@link InboxQuery} at a moment.
 *
 * @param images matches rows of {@code updates u}
 * @param occurrences matches the rows of {@code occurrences o} that facets count
 * @param state of the images
 * @param validUntil from when the same query may match other images although no data has changed;
 *     {@link Instant#MAX} for never
 */
record ResolvedQuery(
    Condition images, Condition occurrences, UpdateState state, Instant validUntil) {}
