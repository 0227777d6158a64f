package diundashboard.intake;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * The last time that {@code diun notif test} was run on a host.
 *
 * @param hostname of the Diun process
 * @param diunVersion such as {@code v4.33.0}
 * @param receivedAt when it arrived
 */
@JsonbPropertyOrder({"hostname", "diunVersion", "receivedAt"})
public record TestNotification(String hostname, String diunVersion, Instant receivedAt) {}
