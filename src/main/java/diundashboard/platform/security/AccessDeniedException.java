package diundashboard.platform.security;

import jakarta.ejb.ApplicationException;

/** Who calls may not; the message is a sentence for them. */
@ApplicationException(rollback = true)
public final class AccessDeniedException extends RuntimeException {

  private final boolean known;

  private AccessDeniedException(boolean known, String message) {
    super(message);
    this.known = known;
  }

  static AccessDeniedException unknown() {
    return new AccessDeniedException(
        false,
        "This needs somebody who is known; sign in, or send a token as Authorization: Bearer.");
  }

  static AccessDeniedException needs(Role role) {
    return new AccessDeniedException(
        true,
        "This needs the role %s, which you do not have; ask an admin.".formatted(role.value()));
  }

  /** Whether it would help to be somebody else only; otherwise it helps to sign in. */
  public boolean isKnown() {
    return known;
  }
}
