package diundashboard.activity.events;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The owner of a stream.
 *
 * @param expiresAt when the stream ends; empty if the client is not authenticated
 * @param access false after the client has lost its access
 */
record SubscriberInfo(String address, Optional<Instant> expiresAt, BooleanSupplier access) {}
