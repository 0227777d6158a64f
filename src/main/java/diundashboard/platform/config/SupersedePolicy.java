package diundashboard.platform.config;

/** At which places a newer version of a repository supersedes pending older ones. */
public enum SupersedePolicy {
  /** In workloads: where the provider is not Dockerfile or file. */
  WORKLOADS,
  /** At all places. */
  ALWAYS,
  /** Nowhere, as in the Go original. */
  NEVER;

  /** Returns whether versions supersede others in a workload, which may be empty. */
  public boolean appliesTo(String workload) {
    return switch (this) {
      case WORKLOADS -> !workload.isEmpty();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }
}
