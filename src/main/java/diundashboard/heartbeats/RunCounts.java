package diundashboard.heartbeats;

/** Numbers of tags that a run scanned, in total and by result. Each is null if it is unknown. */
public record RunCounts(
    Integer scanned,
    Integer newTags,
    Integer updated,
    Integer unchanged,
    Integer skipped,
    Integer errors) {

  /** The counts of a ping without any. */
  public static final RunCounts UNKNOWN = new RunCounts(null, null, null, null, null, null);

  boolean hasErrors() {
    return errors != null && errors > 0;
  }
}
