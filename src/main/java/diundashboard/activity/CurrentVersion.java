package diundashboard.activity;

import diundashboard.platform.cache.SharedRead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The version of the data, read once for requests that arrive at the same time. */
@ApplicationScoped
public class CurrentVersion {

  @Inject private ActivityService activity;

  private final SharedRead<DataVersion> read = new SharedRead<>(() -> activity.version());

  /** Returns the version, which is never older than this call. */
  public DataVersion get() {
    return read.get();
  }
}
