package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.security.Caller;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The current session.
 *
 * @param auth the setting {@code diun.auth}
 * @param name null if unauthenticated or if authentication is off
 * @param role null if unauthenticated
 */
@JsonbPropertyOrder({"auth", "name", "role"})
public record Session(String auth, String name, String role) {

  /** The session of a caller, or null if unauthenticated. */
  static Session of(AuthMode mode, Caller known) {
    if (known == null) return new Session(mode.value(), null, null);
    var name = known.name().isEmpty() ? null : known.name();
    return new Session(mode.value(), name, known.role().value());
  }
}
