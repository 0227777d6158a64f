package diundashboard.platform.security;

import java.io.Serializable;

/**
 * Who calls.
 *
 * @param name as the activity log has it: a user's, {@code token:} and a token's, or empty where
 *     nobody signs in
 */
public record Caller(String name, Role role) implements Serializable {

  /** Stands before a token's name, and no user's begins with it. */
  public static final String TOKEN = "token:";

  /** Whoever it is, where nobody has to sign in. */
  public static final Caller ANONYMOUS_ADMIN = new Caller("", Role.ADMIN);

  /** A provider may call somebody what it likes, and the log has lines. */
  public Caller {
    name = name.replaceAll("\\p{Cntrl}", "?");
  }
}
