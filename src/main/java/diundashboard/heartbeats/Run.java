package diundashboard.heartbeats;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;

/**
 * A run of Diun, with the numbers of tags that it scanned. Each number is null if it is unknown.
 *
 * @param startedAt null if Diun did not report it
 * @param endedAt null while it runs, or if Diun never reported it
 * @param failed true if Diun stopped during the run
 */
@JsonbPropertyOrder({
  "startedAt",
  "endedAt",
  "scanned",
  "newTags",
  "updated",
  "unchanged",
  "skipped",
  "errors",
  "failed"
})
public record Run(
    Instant startedAt,
    Instant endedAt,
    Integer scanned,
    @JsonbProperty("new") @JsonbNillable Integer newTags,
    Integer updated,
    Integer unchanged,
    Integer skipped,
    Integer errors,
    boolean failed) {

  boolean isComplete() {
    return endedAt != null && !failed;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  /** How long a complete run took; zero if its start is unknown. */
  Duration duration() {
    return startedAt == null ? Duration.ZERO : Duration.between(startedAt, endedAt);
  }
}
