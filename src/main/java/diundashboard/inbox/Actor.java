package diundashboard.inbox;

/** Who did something. */
public final class Actor {

  /** Nobody signs in. */
  public static final String NOBODY = "";

  private Actor() {}
}
