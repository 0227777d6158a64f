package diundashboard.channels.messages;

import diundashboard.channels.digest.Digest;
import diundashboard.platform.config.ChannelSettings;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A message to the destination of a channel.
 *
 * @param id the same for each attempt to send it; letters, digits, {@code _} and {@code -}
 * @param at when it was written
 * @param page the public address of the application with a trailing slash; empty if it is not set,
 *     and messages have no links to the page then
 * @param isTest true if a user asked for it to test the channel; the digest is empty then
 */
public record Message(
    String id,
    Instant at,
    ChannelSettings channel,
    Optional<URI> page,
    Digest digest,
    boolean isTest) {}
