package diundashboard.activity.retention;

import diundashboard.platform.config.Settings;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.security.Public;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Deletes rows that are older than the retention period. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Public("the timer has no caller")
public class RetentionService {

  @Inject private Settings settings;
  @Inject private RetentionBatchService batches;
  @Inject private Instance<Prunable> prunables;

  private List<Prunable> tables;

  /** Resolves the tables once, because an Instance keeps all dependent beans that it creates. */
  @PostConstruct
  private void resolve() {
    tables = prunables.stream().toList();
  }

  /**
   * Deletes a batch of old rows from each table, in separate transactions. A table that fails does
   * not keep the others from being pruned.
   *
   * @throws RuntimeException the first failure
   */
  public void prune() {
    var moment = Instant.now().minus(settings.retention());
    RuntimeException failure = null;
    for (var table : tables) {
      try {
        if (table.hasRowsBefore(moment)) batches.delete(table, moment);
      } catch (DatabaseUnavailableException e) {
        throw e; // the others would only wait
      } catch (RuntimeException e) {
        if (failure == null) failure = e;
        else failure.addSuppressed(e);
      }
    }
    if (failure != null) throw failure;
  }
}
