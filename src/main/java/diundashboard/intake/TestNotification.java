package diundashboard.intake;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * The last test notification of a host, sent by {@code diun notif test}.
 *
 * @param hostname of the Diun process
 * @param diunVersion such as {@code v4.33.0}
 */
@JsonbPropertyOrder({"hostname", "diunVersion", "receivedAt"})
public record TestNotification(String hostname, String diunVersion, Instant receivedAt) {}
