package diundashboard.platform.security;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The caller is unauthenticated (401) or has a lower role than required (403). */
public final class AccessDeniedException extends ProblemException {

  private AccessDeniedException(
      Status status,
      ProblemCode code,
      Map<String, String> params,
      String detail,
      Map<String, String> headers) {
    super(status, code, params, detail, null, headers);
  }

  static AccessDeniedException unauthenticated() {
    return new AccessDeniedException(
        Status.UNAUTHORIZED,
        ProblemCode.SIGN_IN_REQUIRED,
        Map.of(),
        "Authentication required. Sign in, or send an API token in the header \"Authorization: Bearer <token>\".",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  static AccessDeniedException requires(Role role) {
    return new AccessDeniedException(
        Status.FORBIDDEN,
        ProblemCode.ROLE_REQUIRED,
        Map.of("role", role.value()),
        "This action requires the role %s. Ask an administrator.".formatted(role.value()),
        Map.of());
  }
}
