package diundashboard.inbox;

/** Who did something. */
final class Actor {

  /** Nobody signs in. */
  static final String NOBODY = "";

  private Actor() {}
}
