package diundashboard.activity.events;

import static java.util.stream.Collectors.toMap;

import diundashboard.activity.ActivityKind;
import diundashboard.images.TagGroupDao;
import diundashboard.platform.database.Database;
import diundashboard.versions.VersionChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** Reads what notified updates change, for events. */
@Dependent
class NotifiedChangeDao {

  private final Database database;

  @Inject
  NotifiedChangeDao(Database database) {
    this.database = database;
  }

  /**
   * Returns what the occurrences of notifications change now. Forgotten occurrences are missing.
   *
   * @param first id of a log entry
   * @param last id of a log entry, inclusive
   * @return by id
   */
  Map<Long, VersionChange> between(long first, long last) {
    return database
        .list(
            """
            SELECT a.id, o.change_rank, o.change_from, o.change_to
            FROM activity a
            JOIN occurrences o ON o.image = a.image AND o.hostname = a.hostname AND o.workload = a.workload
            WHERE a.id BETWEEN ? AND ? AND a.kind = ?""",
            row -> Map.entry(row.getLong("id"), TagGroupDao.changeOf(row)),
            first,
            last,
            ActivityKind.NOTIFIED.value())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
