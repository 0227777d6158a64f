package diundashboard.platform.problem;

import jakarta.ejb.ApplicationException;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An error response: its status, its code with parameters, a detail for the user and, if needed, a
 * field and headers. Every layer may throw it. It rolls back the transaction, and EJBs do not wrap
 * it.
 */
@ApplicationException(rollback = true, inherited = true)
public class ProblemException extends RuntimeException {

  private final StatusType status;
  private final ProblemCode code;
  private final Map<String, Object> params;
  private final String field;
  private final Map<String, String> headers;

  /**
   * @param params values of exactly the parameters of the code; never secrets
   * @param detail the error and its remedy
   */
  protected ProblemException(
      StatusType status, ProblemCode code, Map<String, ?> params, String detail) {
    this(status, code, params, detail, null, Map.of());
  }

  /**
   * @param params values of exactly the parameters of the code; never secrets
   * @param detail the error and its remedy
   * @param field the invalid parameter or member, or null
   * @param headers response headers by name
   */
  protected ProblemException(
      StatusType status,
      ProblemCode code,
      Map<String, ?> params,
      String detail,
      String field,
      Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.code = code;
    this.params = ordered(code, params);
    this.field = field;
    this.headers = Map.copyOf(headers);
  }

  private static Map<String, Object> ordered(ProblemCode code, Map<String, ?> params) {
    if (!params.keySet().equals(Set.copyOf(code.parameters()))) {
      throw new IllegalArgumentException(
          "%s has the parameters %s".formatted(code, code.parameters()));
    }
    var ordered = new LinkedHashMap<String, Object>();
    for (var name : code.parameters()) ordered.put(name, params.get(name));
    return Collections.unmodifiableMap(ordered);
  }

  /** An error without parameters, field and headers. */
  public static ProblemException of(StatusType status, ProblemCode code, String detail) {
    return of(status, code, Map.of(), detail);
  }

  /** An error without a field and without headers. */
  public static ProblemException of(
      StatusType status, ProblemCode code, Map<String, ?> params, String detail) {
    return of(status, code, params, detail, Map.of());
  }

  /** An error with response headers, by name. */
  public static ProblemException of(
      StatusType status,
      ProblemCode code,
      Map<String, ?> params,
      String detail,
      Map<String, String> headers) {
    return new ProblemException(status, code, params, detail, null, headers);
  }

  public StatusType status() {
    return status;
  }

  public ProblemCode code() {
    return code;
  }

  /** The values of the code's parameters: strings and integers. */
  public Map<String, Object> params() {
    return params;
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
