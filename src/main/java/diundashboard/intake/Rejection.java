package diundashboard.intake;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * A notification that the webhook rejected, once or several times.
 *
 * @param at time of the last rejection
 * @param firstAt time of the first rejection
 * @param count number of rejections
 * @param address IP address of the sender
 * @param reason a {@link RejectionReason#value()}
 * @param detail the sentence that the sender got
 * @param code a {@link diundashboard.platform.problem.ProblemCode#value()}; null for a bug
 * @param params the parameters of the code
 * @param bodySize size of the received body in bytes; null if the body is not kept
 * @param body its first 64 KiB; null if it is not kept or not requested
 * @param retryable true if the body is kept as a whole
 */
@JsonbPropertyOrder({
  "id",
  "at",
  "firstAt",
  "count",
  "address",
  "reason",
  "detail",
  "code",
  "params",
  "bodySize",
  "body",
  "retryable"
})
public record Rejection(
    long id,
    Instant at,
    Instant firstAt,
    long count,
    String address,
    String reason,
    String detail,
    String code,
    JsonObject params,
    Integer bodySize,
    String body,
    boolean retryable) {}
