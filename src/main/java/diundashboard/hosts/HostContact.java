package diundashboard.hosts;

import java.time.Instant;

/**
 * Notifications of one host.
 *
 * @param diunVersion of the last one
 */
public record HostContact(String hostname, String diunVersion, Instant firstAt, Instant lastAt) {

  /** The contact, followed by a later one of the same host. */
  public HostContact and(HostContact later) {
    return new HostContact(hostname, later.diunVersion, firstAt, later.lastAt);
  }
}
