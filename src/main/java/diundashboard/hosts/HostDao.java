package diundashboard.hosts;

import diundashboard.database.Database;
import diundashboard.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** The table {@code hosts}. */
@Dependent
public final class HostDao {

  private final Database database;

  @Inject
  public HostDao(Database database) {
    this.database = database;
  }

  /** Remembers that a host was heard of. */
  public void seen(String hostname, String diunVersion, Instant at) {
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (hostname) DO UPDATE SET
          diun_version = excluded.diun_version,
          last_seen_at = excluded.last_seen_at""",
        hostname,
        hostname,
        diunVersion,
        Timestamps.format(at),
        Timestamps.format(at));
  }
}
