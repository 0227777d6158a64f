package diundashboard.activity.feed;

import java.time.Instant;
import java.util.List;

/**
 * A pending update.
 *
 * @param image its key
 * @param status {@code new} or {@code update}
 * @param hubLink not to be trusted
 * @param since when it became pending
 * @param receivedAt when it was last heard of
 * @param hosts the first of those where it is pending, by name, {@value #MAX_HOSTS} at most
 * @param hostCount how many there are
 */
public record PendingUpdate(
    String image,
    String status,
    String digest,
    String hubLink,
    Instant since,
    Instant receivedAt,
    List<String> hosts,
    int hostCount) {

  static final int MAX_HOSTS = 5;
}
