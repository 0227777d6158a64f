package diundashboard.activity;

/** Who did something. */
public final class Actor {

  /** A rule or a timer, or nobody in particular. */
  public static final String NOBODY = "";

  private Actor() {}
}
