package diundashboard.activity.events;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose stream it is.
 *
 * @param until when it ends; empty for never
 */
record SubscriberInfo(InetAddress address, Optional<Instant> until) {}
