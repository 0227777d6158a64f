package diundashboard.platform.security;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The caller is unauthenticated (401) or has a lower role than required (403). */
public final class AccessDeniedException extends ProblemException {

  private AccessDeniedException(Status status, String detail, Map<String, String> headers) {
    super(status, detail, null, headers);
  }

  static AccessDeniedException unauthenticated() {
    return new AccessDeniedException(
        Status.UNAUTHORIZED,
        "This needs somebody who is known; sign in, or send a token as Authorization: Bearer.",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  static AccessDeniedException requires(Role role) {
    return new AccessDeniedException(
        Status.FORBIDDEN,
        "This needs the role %s, which you do not have; ask an admin.".formatted(role.value()),
        Map.of());
  }
}
