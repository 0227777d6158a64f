package diundashboard.platform.config;

import diundashboard.platform.json.EnumNames;

/** What a channel reports. */
public enum ChannelEvent {
  /** Updates that became pending. */
  UPDATES,
  /** Hosts whose Diun is silent. */
  SILENT,
  /** Notifications that the webhook rejected. */
  REJECTED,
  /** Runs of Diun that failed or had errors. */
  FAILED_RUNS;

  /** The name in settings and in JSON, such as {@code failed-runs}. */
  public String value() {
    return EnumNames.of(this).replace('_', '-');
  }
}
