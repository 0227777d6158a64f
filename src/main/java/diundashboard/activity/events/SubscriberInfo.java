package diundashboard.activity.events;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner of a stream.
 *
 * @param expiresAt when the stream ends; empty if the client is not authenticated
 */
record SubscriberInfo(InetAddress address, Optional<Instant> expiresAt) {}
