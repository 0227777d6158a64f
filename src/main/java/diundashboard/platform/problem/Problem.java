package diundashboard.platform.problem;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * An error as RFC 9457 describes it, of type {@code about:blank}.
 *
 * @param title the reason phrase of the status
 * @param status the HTTP status
 * @param detail the error and its remedy
 * @param field the invalid parameter or member, or null
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"title", "status", "detail", "field"})
public record Problem(String title, int status, String detail, String field) {}
