package diundashboard.platform.problem;

import jakarta.ejb.ApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/**
 * An error response: its status, a detail for the user and, if needed, a field and headers. Every
 * layer may throw it. It rolls back the transaction, and EJBs do not wrap it.
 */
@ApplicationException(rollback = true, inherited = true)
public class ProblemException extends RuntimeException {

  private final Status status;
  private final String field;
  private final Map<String, String> headers;

  /**
   * @param detail the error and its remedy
   */
  protected ProblemException(Status status, String detail) {
    this(status, detail, null, Map.of());
  }

  /**
   * @param detail the error and its remedy
   * @param field the invalid parameter or member, or null
   * @param headers response headers by name
   */
  protected ProblemException(
      Status status, String detail, String field, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.field = field;
    this.headers = Map.copyOf(headers);
  }

  /** An error without a field and without headers. */
  public static ProblemException of(Status status, String detail) {
    return new ProblemException(status, detail);
  }

  /** An error with response headers, by name. */
  public static ProblemException of(Status status, String detail, Map<String, String> headers) {
    return new ProblemException(status, detail, null, headers);
  }

  public Status status() {
    return status;
  }

  /** The invalid parameter or member, or null. */
  public String field() {
    return field;
  }

  /** The response headers by name. */
  public Map<String, String> headers() {
    return headers;
  }
}
