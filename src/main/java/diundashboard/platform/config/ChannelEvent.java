package diundashboard.platform.config;

/** What a channel reports. */
public enum ChannelEvent {
  /** Updates that became pending. */
  UPDATES,
  /** Hosts whose Diun is silent. */
  SILENT,
  /** Notifications that the webhook rejected. */
  REJECTED,
  /** Runs of Diun that failed or had errors. */
  FAILED_RUNS
}
