package diundashboard.activity;

/** Who did something. */
public final class Actor {

  /** Nobody signs in. */
  public static final String NOBODY = "";

  private Actor() {}
}
