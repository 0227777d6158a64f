package diundashboard.images.migration;

import diundashboard.platform.database.DataMigration;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;

/**
 * Gives existing rows the keys that new notifications have, and joins rows that have the same key
 * then. What it replaces stays in the tables {@code replaced_*}, for the undo script.
 *
 * <ul>
 *   <li>Occurrences: the {@link diundashboard.images.WorkloadName} is the workload.
 *   <li>Updates that the Go original received: {@code name:tag@sha256:...} becomes {@code
 *       name:tag}.
 * </ul>
 *
 * <p>The data of the newest row stays. The result is pending if one of the rows is.
 */
@Dependent
public final class StableKeysMigration extends DataMigration {

  public StableKeysMigration() {
    super("7", "stable keys");
  }

  @Override
  protected void migrate(Database database) {
    var occurrences = new OccurrenceKeysDao(database);
    var updates = new UpdateKeysDao(database);
    occurrences.addColumns();
    updates.computeKeys();
    occurrences.computeKeys();
    updates.keepReplaced();
    occurrences.replace();
    updates.replace(Instant.now());
    updates.dropKeys();
    occurrences.dropKeys();
  }
}
