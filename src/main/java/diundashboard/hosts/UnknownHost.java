package diundashboard.hosts;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * The name of a host that actions asked for and that never reported.
 *
 * @param firstAskedAt time of the first action
 * @param lastAskedAt time of the last action
 * @param count how many actions asked for it
 * @param similar the name of the host that is probably meant; null if no name is similar enough
 */
@JsonbPropertyOrder({"name", "firstAskedAt", "lastAskedAt", "count", "similar"})
public record UnknownHost(
    String name, Instant firstAskedAt, Instant lastAskedAt, long count, String similar) {

  UnknownHost withSimilar(String other) {
    return new UnknownHost(name, firstAskedAt, lastAskedAt, count, other);
  }
}
