package diundashboard.images.migration;

import diundashboard.platform.database.DataMigration;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;

/**
 * Gives images that the Go original stored under a key that no request can name, such as an empty
 * or over-long one, a key that requests can. What it replaces stays in the table {@code
 * renamed_images}, for the undo script.
 */
@Dependent
public final class OddKeysMigration extends DataMigration {

  public OddKeysMigration() {
    super("14", "odd keys");
  }

  @Override
  protected void migrate(Database database) {
    new OddKeysDao(database).rename();
  }
}
