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
        "Authentication required. Sign in, or send an API token in the header \"Authorization: Bearer <token>\".",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  static AccessDeniedException requires(Role role) {
    return new AccessDeniedException(
        Status.FORBIDDEN,
        "This action requires the role %s. Ask an administrator.".formatted(role.value()),
        Map.of());
  }
}
