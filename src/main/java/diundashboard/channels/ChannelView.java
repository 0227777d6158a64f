package diundashboard.channels;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * A channel as the API shows it to administrators, without secrets. Members that do not apply or
 * are unknown are null.
 *
 * @param type a {@link diundashboard.platform.config.ChannelType} in lower case
 * @param destination the host of its address, or the mail addresses
 * @param schedule as in the settings, such as {@code daily 08:00}
 * @param remindDays after how many days updates that still wait are reported again
 * @param events what it reports, such as {@code updates}
 * @param lastSuccessAt when the destination last accepted a message
 * @param lastFailureAt when the last attempt failed; null if the last one succeeded
 * @param lastFailure why, as a sentence
 * @param failures number of failed attempts since the last success
 * @param nextAt when it sends next if there is something to report, or when it retries
 */
@JsonbPropertyOrder({
  "name",
  "type",
  "destination",
  "filter",
  "schedule",
  "zone",
  "remindDays",
  "events",
  "language",
  "lastSuccessAt",
  "lastFailureAt",
  "lastFailure",
  "failures",
  "nextAt"
})
public record ChannelView(
    String name,
    String type,
    String destination,
    String filter,
    String schedule,
    String zone,
    Long remindDays,
    List<String> events,
    String language,
    Instant lastSuccessAt,
    Instant lastFailureAt,
    String lastFailure,
    long failures,
    Instant nextAt) {}
