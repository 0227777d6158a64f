package diundashboard.platform.security;

/**
 * The caller of a request.
 *
 * @param name name in the activity log: of a user, {@code token:<name>} for a token, or empty if
 *     authentication is off
 */
public record Caller(String name, Role role) {

  /** Prefix of the names of tokens. Names of users cannot start with it. */
  public static final String TOKEN_PREFIX = "token:";

  /** Every caller while authentication is off. */
  public static final Caller ANONYMOUS_ADMIN = new Caller("", Role.ADMIN);

  /** Prevents log injection: names from a provider may contain control characters. */
  public Caller {
    name = name.replaceAll("\\p{Cntrl}", "?");
  }
}
