package diundashboard.insights;

import diundashboard.platform.database.Database;

/** Writes images for tests of statistics. */
final class ImageRows {

  private final Database database;

  ImageRows(Database database) {
    this.database = database;
  }

  /** A host with another one that is merged into it, one without a name, and a Diun without one. */
  void hosts() {
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, display_name, diun_version, first_seen_at, last_seen_at)
        VALUES ('nas', 'nas', 'NAS', '', '', ''), ('old', 'nas', 'x', '', '', ''), ('vps', 'vps', '', '', '', ''),
               ('', '', '', '', '', '')""");
  }

  void update(String image, String registry, int rank, String pendingSince, String acknowledgedAt) {
    database.change(
        """
        INSERT INTO updates (image, registry, received_at, change_rank, pending_since, acknowledged_at)
        VALUES (?, ?, '', ?, ?, ?)""",
        image,
        registry,
        rank,
        pendingSince,
        acknowledgedAt);
  }

  void occurs(String image, String host, String workload, String acknowledgedAt) {
    database.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                                 received_at, acknowledged_at)
        VALUES (?, ?, ?, '', '', '', '', '{}', '', '', ?)""",
        image,
        host,
        workload,
        acknowledgedAt);
  }
}
