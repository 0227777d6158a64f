package diundashboard.platform.problem;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** HTTP statuses that {@link jakarta.ws.rs.core.Response.Status} lacks. */
public enum ExtraStatus implements StatusType {
  UNPROCESSABLE_CONTENT(422, "Unprocessable Content"),
  INSUFFICIENT_STORAGE(507, "Insufficient Storage");

  private final int code;
  private final String reason;

  ExtraStatus(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  @Override
  public int getStatusCode() {
    return code;
  }

  @Override
  public Family getFamily() {
    return Family.familyOf(code);
  }

  @Override
  public String getReasonPhrase() {
    return reason;
  }
}
