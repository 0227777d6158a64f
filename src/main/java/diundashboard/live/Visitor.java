package diundashboard.live;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose stream it is.
 *
 * @param until when it ends; empty for never
 */
record Visitor(InetAddress address, Optional<Instant> until) {}
