package diundashboard.channels.digest;

import diundashboard.versions.VersionChange;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened since the last message of a channel, as it is now: updates that were marked as done
 * in the meantime are not part of it.
 *
 * @param updates those that became pending, the riskiest first; at most {@value #MAX_UPDATES}
 * @param updateCount number of all updates that became pending
 * @param majorCount number of those that change the first number of the version
 * @param waiting updates that have waited for long; empty if none, or if the channel does not
 *     remind
 * @param silentHosts hosts that have become silent and still are
 * @param rejections rejected notifications
 * @param failedRuns runs of Diun that failed or had errors, by host
 */
public record Digest(
    List<Update> updates,
    long updateCount,
    long majorCount,
    Optional<Waiting> waiting,
    List<SilentHost> silentHosts,
    Optional<Rejections> rejections,
    List<FailedRun> failedRuns) {

  public static final int MAX_UPDATES = 25;

  /** A digest without anything to report. */
  public static final Digest EMPTY =
      new Digest(List.of(), 0, 0, Optional.empty(), List.of(), Optional.empty(), List.of());

  /**
   * A pending update.
   *
   * @param image its reference
   * @param name the last part of its repository, such as {@code postgres}
   * @param hosts names of the hosts where it is pending, sorted, at most {@value #MAX_HOSTS}
   * @param hostCount number of all hosts where it is pending
   * @param releaseNotes an http or https address that the publisher of the image may have chosen;
   *     empty if unknown
   * @param since when it became pending
   */
  public record Update(
      String image,
      String name,
      VersionChange change,
      List<String> hosts,
      int hostCount,
      Optional<URI> releaseNotes,
      Instant since) {

    public static final int MAX_HOSTS = 5;
  }

  /**
   * Updates that have waited for longer than the channel allows.
   *
   * @param days the limit of the channel in days
   */
  public record Waiting(long count, long majorCount, long days) {}

  /**
   * A host whose Diun is silent.
   *
   * @param name as users see it
   * @param since its last sign of life
   */
  public record SilentHost(String name, Instant since) {}

  /**
   * Notifications that the webhook rejected.
   *
   * @param lastAddress who sent the last one
   * @param lastReason why it was rejected, such as {@code missing-secret}
   */
  public record Rejections(long count, String lastAddress, String lastReason) {}

  /**
   * Runs of Diun on a host that failed or had errors.
   *
   * @param errors number of images with errors in the last of them; 0 if the run itself failed
   */
  public record FailedRun(String host, long count, long errors, Instant lastAt) {}

  /** Returns the same digest with the updates that have waited for long. */
  Digest with(Waiting longWaiting) {
    return new Digest(
        updates,
        updateCount,
        majorCount,
        Optional.of(longWaiting),
        silentHosts,
        rejections,
        failedRuns);
  }

  /** True if there is nothing to report. */
  public boolean isEmpty() {
    return updateCount == 0
        && waiting.isEmpty()
        && silentHosts.isEmpty()
        && rejections.isEmpty()
        && failedRuns.isEmpty();
  }
}
