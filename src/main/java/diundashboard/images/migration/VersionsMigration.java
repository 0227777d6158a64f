package diundashboard.images.migration;

import diundashboard.platform.database.DataMigration;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;

/**
 * Adds what updates change: the repository of each occurrence, when its tag was last marked as
 * done, and the difference between that and what was reported since.
 */
@Dependent
public final class VersionsMigration extends DataMigration {

  public VersionsMigration() {
    super("16", "versions");
  }

  @Override
  protected void migrate(Database database) {
    var dao = new VersionsDao(database);
    dao.addColumns();
    dao.fillRepositories();
    dao.fillDone();
    dao.createIndexes();
    dao.compare();
  }
}
