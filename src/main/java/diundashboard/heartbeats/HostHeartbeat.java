package diundashboard.heartbeats;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The heartbeat of a host.
 *
 * @param lastStartedAt when the last run began; null if none is known
 * @param lastEndedAt when the last run ended; null if none is known
 * @param lastFailedAt when Diun last stopped; null if unknown
 * @param intervalSeconds median time between the ends of runs; null for fewer than two runs
 * @param runs the last runs, the oldest first
 */
@JsonbPropertyOrder({
  "id",
  "createdAt",
  "lastStartedAt",
  "lastEndedAt",
  "lastFailedAt",
  "intervalSeconds",
  "runs"
})
public record HostHeartbeat(
    int id,
    Instant createdAt,
    Instant lastStartedAt,
    Instant lastEndedAt,
    Instant lastFailedAt,
    Long intervalSeconds,
    List<Run> runs) {

  /** By the last ping, or the creation if there is none. */
  static final Comparator<HostHeartbeat> BY_LAST_CHANGE =
      Comparator.comparing(each -> each.lastPingAt().orElse(each.createdAt));

  static HostHeartbeat of(Heartbeat heartbeat, List<Run> runs) {
    return new HostHeartbeat(
        heartbeat.id(),
        heartbeat.createdAt(),
        heartbeat.lastStartedAt(),
        heartbeat.lastEndedAt(),
        heartbeat.lastFailedAt(),
        new RunHistory(runs).interval().map(Duration::toSeconds).orElse(null),
        runs);
  }

  /** Assesses the host. Empty if Diun has not sent a ping yet. */
  public Optional<Assessment> assess(Instant now) {
    return lastPingAt().map(last -> new RunHistory(runs).assess(last, now));
  }

  private Optional<Instant> lastPingAt() {
    return Stream.of(lastStartedAt, lastEndedAt, lastFailedAt)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo);
  }
}
