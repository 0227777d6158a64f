package diundashboard.platform.config;

/** Who may read the metrics. */
public enum MetricsAccess {
  /** Callers with the role {@code viewer}. */
  VIEWER,
  /** Everybody. */
  OPEN
}
