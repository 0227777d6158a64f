package diundashboard.activity.events;

import java.time.Instant;
import java.util.Optional;

/**
 * The owner of a stream.
 *
 * @param expiresAt when the stream ends; empty if the client is not authenticated
 */
record SubscriberInfo(String address, Optional<Instant> expiresAt) {}
