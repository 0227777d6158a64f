package diundashboard.start;

/** What the page needs besides the list: a member of {@code GET /api/v1/inbox}. */
public interface StartPart {

  /** The name of the member. */
  String name();

  /** Returns the value of the member. It may depend on the caller. */
  Object value();

  /**
   * Returns what changes with the value and is cheap to read. The activity log and the minute need
   * not be part of it, see {@code DataVersion}.
   */
  default Object version() {
    return name();
  }
}
