package diundashboard.images.migration;

import diundashboard.images.Image;
import diundashboard.images.TagGroupDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.images.VersionChanges;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.versions.ChangeKind;
import java.util.List;

/** Adds and fills the columns for versions. */
final class VersionsDao {

  private static final int PAGE = 500;

  private final Database database;

  VersionsDao(Database database) {
    this.database = database;
  }

  void addColumns() {
    for (var table : List.of("occurrences", "removed_occurrences")) {
      add(table, "repository TEXT NOT NULL DEFAULT ''");
      addDone(table);
      addChange(table);
    }
    addDone("change_occurrences");
    addChange("updates");
    addChange("removed_updates");
  }

  private void addDone(String table) {
    add(table, "done_at TEXT");
    add(table, "done_digest TEXT NOT NULL DEFAULT ''");
  }

  private void addChange(String table) {
    add(table, "change_rank INTEGER NOT NULL DEFAULT " + ChangeKind.UNKNOWN.rank());
    add(table, "change_from TEXT");
    add(table, "change_to TEXT");
  }

  private void add(String table, String column) {
    database.change("ALTER TABLE " + table + " ADD COLUMN " + column);
  }

  void fillRepositories() {
    var page = imagesAfter("");
    while (!page.isEmpty()) {
      for (var table : List.of("occurrences", "removed_occurrences")) {
        database.changeRows(
            """
            WITH named (image, repository) AS (VALUES (:image, :repository))
            UPDATE %1$s SET repository = n.repository FROM named n WHERE n.image = %1$s.image"""
                .formatted(table),
            page.stream().map(VersionsDao::nameOf).toList());
      }
      page = imagesAfter(page.get(page.size() - 1));
    }
  }

  private static NamedParameters nameOf(String image) {
    return NamedParameters.of("image", image).with("repository", Image.ofKey(image).name());
  }

  private List<String> imagesAfter(String image) {
    return database.list(
        """
        SELECT image FROM occurrences WHERE image > ?
        UNION SELECT image FROM removed_occurrences WHERE image > ?
        ORDER BY image LIMIT ?""",
        row -> row.getString(1),
        image,
        image,
        PAGE);
  }

  void fillDone() {
    for (var table : List.of("occurrences", "removed_occurrences")) {
      database.change(
          "UPDATE %s SET done_at = acknowledged_at, done_digest = digest WHERE acknowledged_at IS NOT NULL"
              .formatted(table));
    }
    database.change(
        "UPDATE change_occurrences SET done_at = acknowledged_at WHERE acknowledged_at IS NOT NULL");
  }

  void createIndexes() {
    database.change(
        "CREATE INDEX occurrences_of_repository ON occurrences (repository, hostname, workload)");
    database.change("CREATE INDEX updates_by_change ON updates (change_rank, image)");
  }

  void compare() {
    new VersionChanges(TagGroupDao.ofVersion16(database)).compareAll();
    database.change(
        """
        UPDATE updates SET (change_rank, change_from, change_to) = (%s)
        WHERE EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image)"""
            .formatted(UpdateStateDao.RISKIEST_CHANGE));
  }
}
