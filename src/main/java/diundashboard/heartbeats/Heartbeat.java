package diundashboard.heartbeats;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * A heartbeat without its UUID, which is a secret.
 *
 * @param host the hostname of the Diun that sends the pings
 * @param createdBy name of the administrator who created it
 * @param lastStartedAt when the last run began; null if none is known
 * @param lastEndedAt when the last run ended; null if none is known
 * @param lastFailedAt when Diun last stopped; null if unknown
 */
@JsonbPropertyOrder({
  "id",
  "host",
  "createdAt",
  "createdBy",
  "lastStartedAt",
  "lastEndedAt",
  "lastFailedAt"
})
public record Heartbeat(
    int id,
    String host,
    Instant createdAt,
    String createdBy,
    Instant lastStartedAt,
    Instant lastEndedAt,
    Instant lastFailedAt) {}
