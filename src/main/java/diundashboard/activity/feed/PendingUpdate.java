package diundashboard.activity.feed;

import diundashboard.versions.VersionChange;
import java.time.Instant;
import java.util.List;

/**
 * A pending update.
 *
 * @param image its key
 * @param status {@code new} or {@code update}
 * @param change what it changes
 * @param hubLink untrusted: the publisher of the image chooses it
 * @param since when the update became pending
 * @param receivedAt when the last notification was received
 * @param hosts names of the hosts where it is pending, sorted, at most {@value #MAX_HOSTS}
 * @param hostCount number of all hosts where it is pending
 */
public record PendingUpdate(
    String image,
    String status,
    String digest,
    VersionChange change,
    String hubLink,
    Instant since,
    Instant receivedAt,
    List<String> hosts,
    int hostCount) {

  static final int MAX_HOSTS = 5;
}
