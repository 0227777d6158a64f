package diundashboard.activity.feed;

import static java.util.stream.Collectors.groupingBy;

import diundashboard.images.TagGroupDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reads pending updates for the feed. */
@Dependent
final class PendingUpdateDao {

  private final Database database;

  @Inject
  PendingUpdateDao(Database database) {
    this.database = database;
  }

  /** Returns the updates that became pending last, newest first. */
  List<PendingUpdate> newest(int limit) {
    var rows =
        database.list(
            """
            SELECT image, status, digest, change_rank, change_from, change_to, hub_link, pending_since, received_at FROM updates
            WHERE acknowledged_at IS NULL AND snoozed_until IS NULL
            ORDER BY pending_since %1$s DESC, image %1$s DESC
            LIMIT ?"""
                .formatted(database.dialect().collateC()),
            row ->
                new PendingUpdate(
                    row.getString("image"),
                    row.getString("status"),
                    row.getString("digest"),
                    TagGroupDao.changeOf(row),
                    row.getString("hub_link"),
                    Timestamps.parse(row.getString("pending_since")),
                    Timestamps.parse(row.getString("received_at")),
                    List.of(),
                    0),
            limit);
    var hosts = hostsOf(rows.stream().map(PendingUpdate::image).toList());
    return rows.stream()
        .map(row -> withHosts(row, hosts.getOrDefault(row.image(), List.of())))
        .toList();
  }

  private static PendingUpdate withHosts(PendingUpdate row, List<Host> hosts) {
    return new PendingUpdate(
        row.image(),
        row.status(),
        row.digest(),
        row.change(),
        row.hubLink(),
        row.since(),
        row.receivedAt(),
        hosts.stream().map(Host::name).toList(),
        hosts.isEmpty() ? 0 : hosts.get(0).count());
  }

  /** Returns the first hosts of each image by name. */
  private Map<String, List<Host>> hostsOf(List<String> images) {
    return database
        .list(
            """
            WITH pending AS (
              SELECT DISTINCT o.image, coalesce(n.name, n.host, o.hostname) AS host
              FROM occurrences o
              LEFT JOIN host_names n ON n.hostname = o.hostname
              WHERE o.state = 'pending' AND o.hostname <> '' AND o.image IN (?...)
            ), ranked AS (
              SELECT image, host, row_number() OVER (PARTITION BY image ORDER BY host) AS place,
                     count(*) OVER (PARTITION BY image) AS hosts
              FROM pending
            )
            SELECT image, host, hosts FROM ranked WHERE place <= ? ORDER BY image, place""",
            row -> new Host(row.getString("image"), row.getString("host"), row.getInt("hosts")),
            images,
            PendingUpdate.MAX_HOSTS)
        .stream()
        .collect(groupingBy(Host::image));
  }

  /**
   * A host where an image is pending.
   *
   * @param count number of all hosts where it is pending
   */
  private record Host(String image, String name, int count) {}
}
